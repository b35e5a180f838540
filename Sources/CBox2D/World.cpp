#include "World.h"

void Box2DWorld::note(b2Contact *contact, bool hasEnded) {
  if (touchCount == touchCapacity) return;
  b2Fixture *a = contact->GetFixtureA();
  b2Fixture *b = contact->GetFixtureB();
  touches[touchCount++] = {number(a->GetBody()), number(b->GetBody()), number(a), number(b),
                           hasEnded};
}

b2Body *Box2DWorld::add(const b2BodyDef &definition) {
  b2Body *body = world.CreateBody(&definition);
  body->GetUserData().pointer = bodies.size();
  bodies.push_back(body);
  return body;
}

b2Fixture *Box2DWorld::add(b2Body *body, const b2FixtureDef &definition) {
  b2Fixture *fixture = body->CreateFixture(&definition);
  fixture->GetUserData().pointer = fixtures.size();
  fixtures.push_back(fixture);
  return fixture;
}

b2Joint *Box2DWorld::add(const b2JointDef &definition) {
  b2Joint *joint = world.CreateJoint(&definition);
  joints.push_back(joint);
  return joint;
}

void Box2DWorld::reserveContacts() {
  b2BlockAllocator *allocator = contactManager().m_allocator;
  allocator->Free(allocator->Allocate(sizeof(b2Contact)), sizeof(b2Contact));
}
