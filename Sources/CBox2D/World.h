#ifndef WORLD_H
#define WORLD_H

#include <box2d/box2d.h>

#include <cmath>
#include <vector>

#include "include/CBox2D.h"

// A world with its things by number, and what began and stopped to touch in its last step.
struct Box2DWorld : b2ContactListener {
  explicit Box2DWorld(b2Vec2 gravity) : world(gravity) { world.SetContactListener(this); }

  // Copies are made by `box2d_copy`.
  Box2DWorld(const Box2DWorld &) = delete;
  Box2DWorld &operator=(const Box2DWorld &) = delete;

  void BeginContact(b2Contact *contact) override { note(contact, false); }
  void EndContact(b2Contact *contact) override { note(contact, true); }

  b2World world;
  std::vector<b2Body *> bodies;
  std::vector<b2Fixture *> fixtures;
  std::vector<b2Joint *> joints;

  static constexpr int32_t touchCapacity = 64;
  Box2DTouch touches[touchCapacity];
  int32_t touchCount = 0;

  // The user pointers of bodies and fixtures hold their numbers.
  static int32_t number(const b2Body *body) {
    return int32_t(const_cast<b2Body *>(body)->GetUserData().pointer);
  }
  static int32_t number(const b2Fixture *fixture) {
    return int32_t(const_cast<b2Fixture *>(fixture)->GetUserData().pointer);
  }

  b2ContactManager &contactManager() {
    return const_cast<b2ContactManager &>(world.GetContactManager());
  }

  b2Body *add(const b2BodyDef &definition);
  b2Fixture *add(b2Body *body, const b2FixtureDef &definition);
  b2Joint *add(const b2JointDef &definition);

  void note(b2Contact *contact, bool hasEnded);

  // Has memory for contacts at hand, so that steps ask for none.
  void reserveContacts();
};

template <typename... Numbers>
bool areFinite(Numbers... numbers) {
  return (std::isfinite(numbers) && ...);
}

template <typename Thing>
Thing *thingAt(const std::vector<Thing *> &things, int32_t index) {
  bool isThere = index >= 0 && size_t(index) < things.size();
  return isThere ? things[size_t(index)] : nullptr;
}

#endif
