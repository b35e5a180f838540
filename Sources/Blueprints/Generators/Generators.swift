/// Every generator there is, and what it makes in one sentence.
public enum Generators {
  public static let all: [(type: any Structure.Type, summary: String)] = [
    (House.self, "A house of one or more storeys, furnished, lit, under one of eight roofs"),
    (Mansion.self, "A house of many rooms on both sides of a foyer"),
    (Village.self, "Houses about a well, with paths and lamp posts"),
    (Tower.self, "A tower with a platform that one can climb to, or with a roof"),
    (Castle.self, "A curtain wall with towers, a gatehouse and a keep"),
    (Cathedral.self, "Nave, aisles, buttresses, two towers and a rose window"),
    (Shelter.self, "The roomiest hut that given materials allow"),
    (Bridge.self, "A bridge over a river or from end to end, with railings"),
    (Well.self, "A ring of stone about water, under a roof on posts"),
    (Pool.self, "A swimming pool, dug into the ground"),
    (Fountain.self, "A basin of water with a lit column in its middle"),
    (Farm.self, "A field with a crop, watered, and a fence about it"),
    (Garden.self, "A hedge, paths that cross, flowers, and something in the middle"),
    (LampPost.self, "A post with a lantern"),
    (FreeWall.self, "A wall that stands alone"),
    (HiddenDoor.self, "A doorway that pistons close flush with the wall"),
    (PixelArt.self, "A picture of blocks, standing or lying"),
    (Statue.self, "A figure made of boxes: a person, an animal, an obelisk, a tree"),
    (Ship.self, "A sailing ship, on the water or on stocks"),
    (Solid.self, "One of the shapes, hollow or solid"),
    (Platform.self, "A floor with a border"),
    (Staircase.self, "Steps that climb one way"),
  ]
}
