// Moving what is there, and asking where it is.

#include "World.h"

namespace {

Box2DContact describe(b2Contact &contact) {
  b2WorldManifold place;
  contact.GetWorldManifold(&place);
  Box2DContact found = {};
  found.fixture_a = Box2DWorld::number(contact.GetFixtureA());
  found.fixture_b = Box2DWorld::number(contact.GetFixtureB());
  found.body_a = Box2DWorld::number(contact.GetFixtureA()->GetBody());
  found.body_b = Box2DWorld::number(contact.GetFixtureB()->GetBody());
  found.normal_x = place.normal.x;
  found.normal_y = place.normal.y;
  const b2Manifold &manifold = *contact.GetManifold();
  for (int32 index = 0; index < manifold.pointCount; index++) {
    found.x += place.points[index].x / float(manifold.pointCount);
    found.y += place.points[index].y / float(manifold.pointCount);
    found.normal_impulse += manifold.points[index].normalImpulse;
    found.tangent_impulse += manifold.points[index].tangentImpulse;
  }
  return found;
}

// Keeps the nearest fixture.
struct Nearest : b2RayCastCallback {
  explicit Nearest(Box2DHit *hit) : hit(hit) {}

  float ReportFixture(
    b2Fixture *fixture, const b2Vec2 &point, const b2Vec2 &normal, float fraction) override {
    if (fixture->IsSensor()) return -1;
    isFound = true;
    *hit = {Box2DWorld::number(fixture->GetBody()), Box2DWorld::number(fixture), point.x, point.y,
            normal.x, normal.y, fraction};
    return fraction;
  }

  Box2DHit *hit;
  bool isFound = false;
};

}  // namespace

void box2d_step(
  Box2DWorld *world, float duration, int32_t velocity_rounds, int32_t position_rounds) {
  if (!std::isfinite(duration) || duration <= 0) return;
  world->touchCount = 0;
  world->world.Step(duration, velocity_rounds, position_rounds);
}

Box2DBody box2d_body(const Box2DWorld *world, int32_t body) {
  Box2DBody found = {};
  const b2Body *owner = thingAt(world->bodies, body);
  if (!owner) return found;
  b2Vec2 place = owner->GetPosition();
  b2Vec2 centre = owner->GetWorldCenter();
  b2Vec2 velocity = owner->GetLinearVelocity();
  return {place.x, place.y, owner->GetAngle(), centre.x, centre.y, velocity.x, velocity.y,
          owner->GetAngularVelocity(), owner->IsAwake()};
}

float box2d_mass(const Box2DWorld *world, int32_t body) {
  const b2Body *owner = thingAt(world->bodies, body);
  return owner ? owner->GetMass() : 0;
}

void box2d_place(Box2DWorld *world, int32_t body, float x, float y, float angle) {
  b2Body *owner = thingAt(world->bodies, body);
  if (owner && areFinite(x, y, angle)) owner->SetTransform(b2Vec2(x, y), angle);
}

void box2d_set_velocity(Box2DWorld *world, int32_t body, float x, float y, float angular) {
  b2Body *owner = thingAt(world->bodies, body);
  if (!owner || !areFinite(x, y, angular)) return;
  owner->SetLinearVelocity(b2Vec2(x, y));
  owner->SetAngularVelocity(angular);
}

void box2d_push(Box2DWorld *world, int32_t body, float force_x, float force_y, float torque) {
  b2Body *owner = thingAt(world->bodies, body);
  if (!owner || !areFinite(force_x, force_y, torque)) return;
  owner->ApplyForceToCenter(b2Vec2(force_x, force_y), true);
  owner->ApplyTorque(torque, true);
}

void box2d_kick(
  Box2DWorld *world, int32_t body, float impulse_x, float impulse_y, float x, float y) {
  b2Body *owner = thingAt(world->bodies, body);
  if (!owner || !areFinite(impulse_x, impulse_y, x, y)) return;
  owner->ApplyLinearImpulse(b2Vec2(impulse_x, impulse_y), b2Vec2(x, y), true);
}

float box2d_joint_place(const Box2DWorld *world, int32_t index) {
  b2Joint *joint = thingAt(world->joints, index);
  if (!joint) return 0;
  return joint->GetType() == e_revoluteJoint
    ? static_cast<b2RevoluteJoint *>(joint)->GetJointAngle()
    : static_cast<b2PrismaticJoint *>(joint)->GetJointTranslation();
}

float box2d_joint_speed(const Box2DWorld *world, int32_t index) {
  b2Joint *joint = thingAt(world->joints, index);
  if (!joint) return 0;
  return joint->GetType() == e_revoluteJoint
    ? static_cast<b2RevoluteJoint *>(joint)->GetJointSpeed()
    : static_cast<b2PrismaticJoint *>(joint)->GetJointSpeed();
}

void box2d_set_motor(Box2DWorld *world, int32_t index, float speed, float limit) {
  b2Joint *joint = thingAt(world->joints, index);
  if (!joint || !areFinite(speed, limit) || limit < 0) return;
  if (joint->GetType() == e_revoluteJoint) {
    static_cast<b2RevoluteJoint *>(joint)->SetMotorSpeed(speed);
    static_cast<b2RevoluteJoint *>(joint)->SetMaxMotorTorque(limit);
  } else {
    static_cast<b2PrismaticJoint *>(joint)->SetMotorSpeed(speed);
    static_cast<b2PrismaticJoint *>(joint)->SetMaxMotorForce(limit);
  }
}

int32_t box2d_touching(const Box2DWorld *world, int32_t body) {
  const b2Body *owner = thingAt(world->bodies, body);
  int32_t count = 0;
  if (!owner) return count;
  for (const b2ContactEdge *edge = owner->GetContactList(); edge; edge = edge->next) {
    if (edge->contact->IsTouching()) count++;
  }
  return count;
}

int32_t box2d_touch_count(const Box2DWorld *world) { return world->touchCount; }

Box2DTouch box2d_touch(const Box2DWorld *world, int32_t index) {
  return index >= 0 && index < world->touchCount ? world->touches[index]
                                                  : Box2DTouch{-1, -1, -1, -1, false};
}

int32_t box2d_contacts(const Box2DWorld *world, Box2DContact *contacts, int32_t capacity) {
  int32_t count = 0;
  b2World &inner = const_cast<Box2DWorld *>(world)->world;
  for (b2Contact *contact = inner.GetContactList(); contact; contact = contact->GetNext()) {
    if (!contact->IsTouching()) continue;
    if (count < capacity) contacts[count] = describe(*contact);
    count++;
  }
  return count;
}

bool box2d_ray(
  const Box2DWorld *world, float x1, float y1, float x2, float y2, Box2DHit *hit) {
  if (!areFinite(x1, y1, x2, y2) || (x1 == x2 && y1 == y2)) return false;
  Nearest nearest(hit);
  world->world.RayCast(&nearest, b2Vec2(x1, y1), b2Vec2(x2, y2));
  return nearest.isFound;
}
