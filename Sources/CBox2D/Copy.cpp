// Copies that go on exactly as the original.
//
// A world is built again from the definitions of its bodies, fixtures and joints; its contacts are
// made in the order in which they were made; and then every number is overwritten. Order matters
// because Box2D solves contacts in the order of its lists.
#include "State.h"

namespace {

void copyBody(Box2DWorld &target, const b2Body &body) {
  b2BodyDef definition;
  definition.type = body.GetType();
  definition.position = body.GetPosition();
  definition.angle = body.GetAngle();
  definition.bullet = body.IsBullet();
  target.add(definition);
}

void copyFixture(Box2DWorld &target, b2Fixture &fixture) {
  b2FixtureDef definition;
  definition.shape = fixture.GetShape();
  definition.density = fixture.GetDensity();
  definition.friction = fixture.GetFriction();
  definition.restitution = fixture.GetRestitution();
  definition.filter = fixture.GetFilterData();
  definition.isSensor = fixture.IsSensor();
  size_t body = size_t(Box2DWorld::number(fixture.GetBody()));
  target.add(target.bodies[body], definition);
}

template <typename Definition, typename Joint>
void describe(Definition &definition, Box2DWorld &target, Joint &joint) {
  definition.bodyA = target.bodies[size_t(Box2DWorld::number(joint.GetBodyA()))];
  definition.bodyB = target.bodies[size_t(Box2DWorld::number(joint.GetBodyB()))];
  definition.localAnchorA = joint.GetLocalAnchorA();
  definition.localAnchorB = joint.GetLocalAnchorB();
  definition.referenceAngle = joint.GetReferenceAngle();
  definition.enableLimit = joint.IsLimitEnabled();
  definition.enableMotor = joint.IsMotorEnabled();
}

void copyJoint(Box2DWorld &target, b2Joint *joint) {
  if (joint->GetType() == e_revoluteJoint) {
    b2RevoluteJoint &revolute = *static_cast<b2RevoluteJoint *>(joint);
    b2RevoluteJointDef definition;
    describe(definition, target, revolute);
    definition.lowerAngle = revolute.GetLowerLimit();
    definition.upperAngle = revolute.GetUpperLimit();
    target.add(definition);
  } else {
    b2PrismaticJoint &prismatic = *static_cast<b2PrismaticJoint *>(joint);
    b2PrismaticJointDef definition;
    describe(definition, target, prismatic);
    definition.localAxisA = prismatic.GetLocalAxisA();
    definition.lowerTranslation = prismatic.GetLowerLimit();
    definition.upperTranslation = prismatic.GetUpperLimit();
    target.add(definition);
  }
}

b2FixtureProxy *proxy(Box2DWorld &world, int32_t fixture, int32 child) {
  return &(world.fixtures[size_t(fixture)]->*opened(FixtureProxies()))[child];
}

// Box2D puts a new contact in front of its list.
void copyContacts(Box2DWorld &target, Box2DWorld &source) {
  std::vector<b2Contact *> contacts;
  for (b2Contact *contact = source.world.GetContactList(); contact; contact = contact->GetNext()) {
    contacts.push_back(contact);
  }
  for (size_t index = contacts.size(); index-- > 0;) {
    b2Contact &contact = *contacts[index];
    target.contactManager().AddPair(
      proxy(target, Box2DWorld::number(contact.GetFixtureA()), contact.GetChildIndexA()),
      proxy(target, Box2DWorld::number(contact.GetFixtureB()), contact.GetChildIndexB()));
  }
}

// The leaves of the tree point at what they hold.
void tieLeaves(Box2DWorld &target) {
  b2TreeNode *nodes =
    (target.contactManager().m_broadPhase.*opened(PhaseTree())).*opened(TreeNodes());
  for (b2Fixture *fixture : target.fixtures) {
    b2FixtureProxy *proxies = fixture->*opened(FixtureProxies());
    for (int32 index = 0; index < fixture->*opened(FixtureProxyCount()); index++) {
      nodes[proxies[index].proxyId].userData = &proxies[index];
    }
  }
}

}  // namespace

Box2DWorld *box2d_copy(const Box2DWorld *world) {
  // Box2D's getters are not const, and nothing but getters is called.
  Box2DWorld &source = const_cast<Box2DWorld &>(*world);
  b2Vec2 gravity = source.world.GetGravity();
  Box2DWorld *target = box2d_create(gravity.x, gravity.y);
  for (b2Body *body : source.bodies) copyBody(*target, *body);
  for (b2Fixture *fixture : source.fixtures) copyFixture(*target, *fixture);
  for (b2Joint *joint : source.joints) copyJoint(*target, joint);
  copyContacts(*target, source);
  std::vector<uint32_t> words;
  StateWriter writer{words};
  State<StateWriter>(source, writer).visitAll();
  StateReader reader{words.data()};
  State<StateReader>(*target, reader).visitAll();
  tieLeaves(*target);
  target->touchCount = source.touchCount;
  std::memcpy(target->touches, source.touches, sizeof(source.touches));
  return target;
}

void box2d_visit(
  const Box2DWorld *world, void *context, void (*visit)(void *context, uint32_t word)) {
  StateTeller teller{context, visit};
  State<StateTeller>(const_cast<Box2DWorld &>(*world), teller).visitAll();
}
