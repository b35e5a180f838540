"""Golden numbers for the equations of motion from two independent programs, MuJoCo and Pinocchio,
which read the same URDF files. The arms' joints move in their links' full inertia and without
stops, dampers or friction; armatures are those of the files.

    pip install mujoco==4.0.0 pin==4.1.0 && python3 generate.py

For each arm, 1,000 random states are drawn with the simulator's own generator, seed 7: positions,
velocities, accelerations and forces. The first 20 results are written in full. Of all 1,000, and
of both programs, the sums of each result's numbers with weights that are drawn too are written:
an error in any one number shows in them. `swing.json` holds the racket's path while constant
forces drive the table-tennis robot for a second, by MuJoCo's Runge-Kutta scheme."""
import json
import pathlib
import xml.etree.ElementTree as ElementTree

import mujoco
import numpy as np
import pinocchio

HERE = pathlib.Path(__file__).parent
ROBOTS = HERE.parents[2] / "Assets" / "robots"
STATES, FULL = 1000, 20
MASK = (1 << 64) - 1


class Random:
    """xoshiro256** filled by SplitMix64, as in Sources/Math/Random.swift."""

    def __init__(self, seed):
        self.s = []
        for _ in range(4):
            seed = (seed + 0x9E3779B97F4A7C15) & MASK
            z = ((seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
            z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
            self.s.append(z ^ (z >> 31))

    def next(self):
        s = self.s
        product = (s[1] * 5) & MASK
        result = (((product << 7) | (product >> 57)) * 9) & MASK
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = ((s[3] << 45) | (s[3] >> 19)) & MASK
        return result

    def uniform(self, low, high, count):
        fractions = [(self.next() >> 11) * 2.0**-53 for _ in range(count)]
        return np.array([low + (high - low) * fraction for fraction in fractions])


def joints(path):
    """The names and armatures of the moving joints, depth first in the order of the file."""
    root = ElementTree.parse(path).getroot()
    every = root.findall("joint")
    children = {j.find("child").get("link") for j in every}
    base = next(k.get("name") for k in root.findall("link") if k.get("name") not in children)
    found = []

    def visit(link):
        for joint in every:
            if joint.find("parent").get("link") == link:
                if joint.get("type") != "fixed":
                    servo = joint.find("servo")
                    armature = 0.0 if servo is None else float(servo.get("armature", 0))
                    found.append((joint.get("name"), armature))
                visit(joint.find("child").get("link"))

    visit(base)
    return found


class MuJoCo:
    def __init__(self, path, names):
        spec = mujoco.MjSpec.from_file(str(path))
        off = mujoco.mjtDisableBit
        spec.option.disableflags |= off.mjDSBL_CONTACT | off.mjDSBL_CONSTRAINT
        for joint in spec.joints:
            joint.armature = dict(names)[joint.name]
        self.model = spec.compile()
        self.model.dof_damping[:] = 0
        self.data = mujoco.MjData(self.model)
        self.order = [self.model.joint(name).dofadr[0] for name, _ in names]

    def results(self, q, v, a, f):
        m, d, order = self.model, self.data, self.order
        d.qpos[order], d.qvel[order] = q, v
        d.qfrc_applied[order] = f
        mujoco.mj_forward(m, d)
        accelerations = d.qacc[order].copy()
        mass = np.zeros((m.nv, m.nv))
        mujoco.mj_fullM(m, d, mass)
        mass = mass[np.ix_(order, order)]
        d.qacc[order] = a
        forces = np.zeros(m.nv)
        mujoco.mj_rne(m, d, 1, forces)
        return forces[order] + m.dof_armature[order] * a, mass, accelerations


class Pinocchio:
    def __init__(self, path, names):
        self.model = pinocchio.buildModelFromUrdf(str(path))
        self.order = [self.model.joints[self.model.getJointId(n)].idx_v for n, _ in names]
        self.model.armature[self.order] = [armature for _, armature in names]
        self.model.damping[:] = 0
        self.model.friction[:] = 0
        self.data = self.model.createData()

    def spread(self, numbers):
        result = np.zeros(self.model.nv)
        result[self.order] = numbers
        return result

    def results(self, q, v, a, f):
        m, d, order = self.model, self.data, self.order
        v, a, f = self.spread(v), self.spread(a), self.spread(f)
        # Adding to the neutral position turns angles of endless joints into sine and cosine.
        q = pinocchio.integrate(m, pinocchio.neutral(m), self.spread(q))
        forces = pinocchio.rnea(m, d, q, v, a)[order].copy()
        mass = pinocchio.crba(m, d, q)
        mass = np.triu(mass) + np.triu(mass, 1).T
        accelerations = pinocchio.aba(m, d, q, v, f)[order].copy()
        return forces, mass[np.ix_(order, order)].copy(), accelerations


def golden(path):
    names = joints(path)
    n = len(names)
    programs = {"mujoco": MuJoCo(path, names), "pinocchio": Pinocchio(path, names)}
    random = Random(7)
    out = {"joints": [name for name, _ in names], "full": []}
    out |= {name: [] for name in programs}
    worst = [0.0, 0.0, 0.0]
    for state in range(STATES):
        numbers = [random.uniform(-s, s, n) for s in (2, 3, 10, 50)]
        weights = [random.uniform(-1, 1, n) for _ in range(2)]
        results = {name: p.results(*numbers) for name, p in programs.items()}
        for name, (forces, mass, accelerations) in results.items():
            sums = (weights[0] @ forces, weights[0] @ mass @ weights[1], weights[0] @ accelerations)
            out[name].append([float(f"{x:.13g}") for x in sums])
        for k in range(3):
            x, y = (results[name][k] for name in programs)
            worst[k] = max(worst[k], np.linalg.norm(x - y) / np.linalg.norm(y))
        if state < FULL:
            forces, mass, accelerations = results["pinocchio"]
            full = {"forces": forces, "mass": mass.ravel(), "accelerations": accelerations}
            out["full"].append({name: list(numbers) for name, numbers in full.items()})
    print(path.stem, "the programs differ by", " ".join(f"{w:.1e}" for w in worst))
    return out


SWING_FORCES = [60, -40, 25, 30, -12, 3, 6, 1]
SWING_START = [-0.35, 0, 0, 0.6, 0.4, 0, -1.1, 0.8]


def swing(path, step):
    """The racket every 50 ms. Dampers act, stops and dry friction do not."""
    names = joints(path)
    spec = mujoco.MjSpec.from_file(str(path))
    off = mujoco.mjtDisableBit
    spec.option.disableflags |= off.mjDSBL_CONTACT | off.mjDSBL_CONSTRAINT
    spec.option.timestep = step
    spec.option.integrator = mujoco.mjtIntegrator.mjINT_RK4
    for joint in spec.joints:
        joint.armature = dict(names)[joint.name]
    wrist = next(b for b in spec.bodies if b.name == "flange")
    wrist.add_site(name="racket", pos=[0.324, 0, 0])
    model = spec.compile()
    data = mujoco.MjData(model)
    data.qpos[:] = SWING_START
    data.qfrc_applied[:] = SWING_FORCES
    path = []
    for _ in range(20):
        mujoco.mj_step(model, data, round(0.05 / step))
        mujoco.mj_kinematics(model, data)
        path.append(list(data.site("racket").xpos))
    return path


if __name__ == "__main__":
    arms = [ROBOTS / f"{name}.urdf" for name in ("table-tennis", "six-axis", "seven-axis")]
    for path in arms + [HERE / "tree.urdf"]:
        (HERE / f"{path.stem}.json").write_text(json.dumps(golden(path), separators=(",", ":")))
    paths = {step: swing(arms[0], step) for step in (1e-3, 1e-4, 1e-5)}
    for step in (1e-3, 1e-4):
        apart = np.abs(np.array(paths[step]) - paths[1e-5]).max()
        print(f"swing at {step} s differs from that at 1e-5 s by {apart:.1e} m")
    result = {"start": SWING_START, "forces": SWING_FORCES, "step": 1e-5, "racket": paths[1e-5]}
    (HERE / "swing.json").write_text(json.dumps(result, indent=1))
