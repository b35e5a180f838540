// Making worlds and putting things into them.
#include <mutex>

#include "World.h"

namespace {

// Box2D fills in a table when two fixtures first meet, without a lock.
void meetOnce() {
  b2World world(b2Vec2(0, 0));
  b2CircleShape circle;
  circle.m_radius = 1;
  for (int index = 0; index < 2; index++) {
    b2BodyDef definition;
    definition.type = b2_dynamicBody;
    definition.position.Set(float(index), 0);
    world.CreateBody(&definition)->CreateFixture(&circle, 1);
  }
  world.Step(0.01f, 1, 1);
}

int32_t addFixture(Box2DWorld *world, int32_t body, const b2Shape &shape, Box2DMaterial material) {
  b2Body *owner = thingAt(world->bodies, body);
  bool isGood = areFinite(material.density, material.friction, material.restitution)
    && material.density >= 0 && material.friction >= 0 && material.restitution >= 0;
  if (!owner || !isGood) return -1;
  b2FixtureDef definition;
  definition.shape = &shape;
  definition.density = material.density;
  definition.friction = material.friction;
  definition.restitution = material.restitution;
  definition.filter.categoryBits = material.category;
  definition.filter.maskBits = material.collides_with;
  definition.isSensor = material.is_sensor;
  return Box2DWorld::number(world->add(owner, definition));
}

// Whether the corners go once around a shape that is wide enough for Box2D, which gives up the whole
// process otherwise.
bool isConvex(const b2Vec2 *corners, int32_t count) {
  int turns = 0;
  for (int32_t index = 0; index < count; index++) {
    b2Vec2 side = corners[(index + 1) % count] - corners[index];
    b2Vec2 next = corners[(index + 2) % count] - corners[(index + 1) % count];
    if (side.Length() < 2 * b2_linearSlop) return false;
    float turn = b2Cross(side, next);
    if (std::fabs(turn) < 1e-6f) return false;
    turns += turn > 0 ? 1 : -1;
  }
  return std::abs(turns) == count;
}

template <typename Definition>
bool prepare(Definition &definition, Box2DWorld *world, const Box2DJoint &joint) {
  definition.bodyA = thingAt(world->bodies, joint.body_a);
  definition.bodyB = thingAt(world->bodies, joint.body_b);
  if (!definition.bodyA || !definition.bodyB || definition.bodyA == definition.bodyB) return false;
  bool isGood = areFinite(
    joint.anchor_ax, joint.anchor_ay, joint.anchor_bx, joint.anchor_by, joint.axis_x, joint.axis_y,
    joint.reference_angle, joint.lower, joint.upper, joint.motor_speed, joint.motor_limit);
  if (!isGood || joint.motor_limit < 0 || joint.lower > joint.upper) return false;
  definition.localAnchorA.Set(joint.anchor_ax, joint.anchor_ay);
  definition.localAnchorB.Set(joint.anchor_bx, joint.anchor_by);
  definition.referenceAngle = joint.reference_angle;
  definition.enableLimit = joint.has_limits;
  definition.enableMotor = joint.has_motor;
  definition.motorSpeed = joint.motor_speed;
  return true;
}

}  // namespace

Box2DWorld *box2d_create(float gravity_x, float gravity_y) {
  static std::once_flag once;
  std::call_once(once, meetOnce);
  bool isGood = areFinite(gravity_x, gravity_y);
  Box2DWorld *world = new Box2DWorld(isGood ? b2Vec2(gravity_x, gravity_y) : b2Vec2(0, 0));
  world->reserveContacts();
  return world;
}

void box2d_destroy(Box2DWorld *world) { delete world; }

int32_t box2d_add_body(
  Box2DWorld *world, int32_t kind, float x, float y, float angle, bool is_bullet) {
  if (!areFinite(x, y, angle) || kind < 0 || kind > 2) return -1;
  b2BodyDef definition;
  definition.type = kind == 2 ? b2_dynamicBody : kind == 1 ? b2_kinematicBody : b2_staticBody;
  definition.position.Set(x, y);
  definition.angle = angle;
  definition.bullet = is_bullet;
  return Box2DWorld::number(world->add(definition));
}

int32_t box2d_add_circle(
  Box2DWorld *world, int32_t body, float x, float y, float radius, Box2DMaterial material) {
  if (!areFinite(x, y, radius) || radius <= 0) return -1;
  b2CircleShape shape;
  shape.m_p.Set(x, y);
  shape.m_radius = radius;
  return addFixture(world, body, shape, material);
}

int32_t box2d_add_polygon(
  Box2DWorld *world, int32_t body, const float *corners, int32_t count, Box2DMaterial material) {
  if (count < 3 || count > b2_maxPolygonVertices) return -1;
  b2Vec2 points[b2_maxPolygonVertices];
  for (int32_t index = 0; index < count; index++) {
    if (!areFinite(corners[2 * index], corners[2 * index + 1])) return -1;
    points[index].Set(corners[2 * index], corners[2 * index + 1]);
  }
  if (!isConvex(points, count)) return -1;
  b2PolygonShape shape;
  shape.Set(points, count);
  return addFixture(world, body, shape, material);
}

int32_t box2d_add_segment(
  Box2DWorld *world, int32_t body, float x1, float y1, float x2, float y2,
  Box2DMaterial material) {
  if (!areFinite(x1, y1, x2, y2)) return -1;
  b2EdgeShape shape;
  shape.SetTwoSided(b2Vec2(x1, y1), b2Vec2(x2, y2));
  return addFixture(world, body, shape, material);
}

int32_t box2d_add_revolute(Box2DWorld *world, Box2DJoint joint) {
  b2RevoluteJointDef definition;
  if (!prepare(definition, world, joint)) return -1;
  definition.lowerAngle = joint.lower;
  definition.upperAngle = joint.upper;
  definition.maxMotorTorque = joint.motor_limit;
  world->add(definition);
  return int32_t(world->joints.size()) - 1;
}

int32_t box2d_add_prismatic(Box2DWorld *world, Box2DJoint joint) {
  b2PrismaticJointDef definition;
  b2Vec2 axis(joint.axis_x, joint.axis_y);
  if (!prepare(definition, world, joint) || axis.Length() < 1e-6f) return -1;
  definition.localAxisA = axis;
  definition.lowerTranslation = joint.lower;
  definition.upperTranslation = joint.upper;
  definition.maxMotorForce = joint.motor_limit;
  world->add(definition);
  return int32_t(world->joints.size()) - 1;
}
