// Every number of a world that affects its future, in one order. Reading, writing and digests all
// follow the same list, so none of them can forget what another knows.
#ifndef STATE_H
#define STATE_H

#include <cstring>

#include "Opening.h"
#include "World.h"

template <typename Visitor>
class State {
public:
  State(Box2DWorld &owner, Visitor &visitor) : owner(owner), visit(visitor) {}

  // The list of contacts is not among what is visited: it must be there already.
  void visitAll() {
    b2World &world = owner.world;
    visit(world.*opened(WorldInverseDuration()));
    visit(world.*opened(WorldNewContacts()));
    for (b2Body *body : owner.bodies) visitBody(*body);
    for (b2Fixture *fixture : owner.fixtures) visitFixture(*fixture);
    for (b2Joint *joint : owner.joints) visitJoint(joint);
    for (b2Contact *contact = world.GetContactList(); contact; contact = contact->GetNext()) {
      visitContact(*contact);
    }
    visitBroadPhase(owner.contactManager().m_broadPhase);
  }

private:
  void visitVector(b2Vec2 &vector) {
    visit(vector.x);
    visit(vector.y);
  }

  void visitBox(b2AABB &box) {
    visitVector(box.lowerBound);
    visitVector(box.upperBound);
  }

  void visitBody(b2Body &body) {
    visit(body.*opened(BodyFlags()));
    b2Transform &transform = body.*opened(BodyTransform());
    visitVector(transform.p);
    visit(transform.q.s);
    visit(transform.q.c);
    b2Sweep &sweep = body.*opened(BodySweep());
    visitVector(sweep.localCenter);
    visitVector(sweep.c0);
    visitVector(sweep.c);
    visit(sweep.a0);
    visit(sweep.a);
    visit(sweep.alpha0);
    visitVector(body.*opened(BodyVelocity()));
    visit(body.*opened(BodyAngularVelocity()));
    visitVector(body.*opened(BodyForce()));
    visit(body.*opened(BodyTorque()));
    visit(body.*opened(BodySleepTime()));
  }

  void visitFixture(b2Fixture &fixture) {
    b2FixtureProxy *proxies = fixture.*opened(FixtureProxies());
    for (int32 index = 0; index < fixture.*opened(FixtureProxyCount()); index++) {
      visitBox(proxies[index].aabb);
      visit(proxies[index].proxyId);
    }
  }

  void visitJoint(b2Joint *joint) {
    if (joint->GetType() == e_revoluteJoint) {
      b2RevoluteJoint &revolute = *static_cast<b2RevoluteJoint *>(joint);
      visitVector(revolute.*opened(RevoluteImpulse()));
      visit(revolute.*opened(RevoluteMotorImpulse()));
      visit(revolute.*opened(RevoluteLowerImpulse()));
      visit(revolute.*opened(RevoluteUpperImpulse()));
      visit(revolute.*opened(RevoluteMotorSpeed()));
      visit(revolute.*opened(RevoluteMotorLimit()));
    } else {
      b2PrismaticJoint &prismatic = *static_cast<b2PrismaticJoint *>(joint);
      // Normalising them once more could change their last digits.
      visitVector(prismatic.*opened(PrismaticAxis()));
      visitVector(prismatic.*opened(PrismaticNormal()));
      visitVector(prismatic.*opened(PrismaticImpulse()));
      visit(prismatic.*opened(PrismaticMotorImpulse()));
      visit(prismatic.*opened(PrismaticLowerImpulse()));
      visit(prismatic.*opened(PrismaticUpperImpulse()));
      visit(prismatic.*opened(PrismaticMotorSpeed()));
      visit(prismatic.*opened(PrismaticMotorLimit()));
    }
  }

  void visitContact(b2Contact &contact) {
    visit(contact.*opened(ContactFlags()));
    visit(contact.*opened(ContactImpactCount()));
    b2Manifold &manifold = *contact.GetManifold();
    visit(manifold.pointCount);
    // What lies beyond the count was never written.
    if (manifold.pointCount == 0) return;
    visit(manifold.type);
    // Circles against circles have no normal of their own.
    if (manifold.type != b2Manifold::e_circles) visitVector(manifold.localNormal);
    visitVector(manifold.localPoint);
    for (int32 index = 0; index < manifold.pointCount; index++) {
      b2ManifoldPoint &point = manifold.points[index];
      visitVector(point.localPoint);
      visit(point.normalImpulse);
      visit(point.tangentImpulse);
      visit(point.id.key);
    }
  }

  void visitBroadPhase(b2BroadPhase &phase) {
    int32 &moveCount = phase.*opened(PhaseMoveCount());
    visit(moveCount);
    grow(phase.*opened(PhaseMoves()), phase.*opened(PhaseMoveCapacity()), moveCount);
    for (int32 index = 0; index < moveCount; index++) visit((phase.*opened(PhaseMoves()))[index]);
    visitTree(phase.*opened(PhaseTree()));
  }

  void visitTree(b2DynamicTree &tree) {
    int32 capacity = tree.*opened(TreeNodeCapacity());
    visit(capacity);
    b2TreeNode *&nodes = tree.*opened(TreeNodes());
    grow(nodes, tree.*opened(TreeNodeCapacity()), capacity);
    visit(tree.*opened(TreeRoot()));
    visit(tree.*opened(TreeNodeCount()));
    visit(tree.*opened(TreeFreeList()));
    for (int32 index = 0; index < capacity; index++) {
      b2TreeNode &node = nodes[index];
      visit(node.height);
      visit(node.next);
      if (node.height < 0) continue;
      visitBox(node.aabb);
      visit(node.child1);
      visit(node.child2);
      visit(node.moved);
    }
  }

  // Makes an array as long as the one that is read; its old contents are overwritten anyway.
  template <typename Element>
  static void grow(Element *&elements, int32 &capacity, int32 wanted) {
    if (capacity >= wanted) return;
    b2Free(elements);
    elements = static_cast<Element *>(b2Alloc(wanted * int32(sizeof(Element))));
    capacity = wanted;
  }

  Box2DWorld &owner;
  Visitor &visit;
};

// Appends what it visits to a list of words.
struct StateWriter {
  std::vector<uint32_t> &words;

  template <typename Number>
  void operator()(const Number &number) {
    static_assert(sizeof(Number) <= sizeof(uint32_t), "a word holds a number");
    uint32_t word = 0;
    std::memcpy(&word, &number, sizeof(Number));
    words.push_back(word);
  }
};

// Overwrites what it visits by a list of words.
struct StateReader {
  const uint32_t *next;

  template <typename Number>
  void operator()(Number &number) {
    std::memcpy(&number, next++, sizeof(Number));
  }
};

// Hands what it visits to a function.
struct StateTeller {
  void *context;
  void (*tell)(void *, uint32_t);

  template <typename Number>
  void operator()(const Number &number) {
    uint32_t word = 0;
    std::memcpy(&word, &number, sizeof(Number));
    tell(context, word);
  }
};

#endif
