"""Numbers of Gymnasium's LunarLander-v3 that planar/lander is compared with.

    pip install gymnasium==1.4.0 Box2D==2.3.10 pygame
    python generate.py > lander.json

`flight` is a flight without chance: every random number is 0, so there are no hills but the pad and
engines push where they should. `statistics` are those of many episodes with Gymnasium's own heuristic
and with random actions: the mean and the standard error of return and length, and the share that
came to rest.
"""

import json

import gymnasium as gym
import numpy as np
from gymnasium.envs.box2d.lunar_lander import heuristic


class Constant:
    """A random generator whose numbers are all 0."""

    def uniform(self, low, high, size=None):
        return 0.0 if size is None else np.zeros(size)


def flight(actions):
    env = gym.make("LunarLander-v3").unwrapped
    env.reset(seed=0)
    env._np_random = Constant()
    rows = [env.reset()[0].tolist()]
    rewards = []
    for action in actions:
        state, reward, ended, _, _ = env.step(action)
        rows.append([round(float(x), 6) for x in state])
        rewards.append(round(float(reward), 6))
        if ended:
            break
    return {"actions": actions, "observations": rows, "rewards": rewards}


def summary(values):
    values = np.array(values, float)
    return {
        "mean": round(values.mean(), 3),
        "error": round(values.std(ddof=1) / len(values) ** 0.5, 3),
    }


def statistics(choose, episodes):
    env = gym.make("LunarLander-v3")
    returns, lengths, landings = [], [], []
    for seed in range(episodes):
        state, _ = env.reset(seed=seed)
        total, length, over = 0.0, 0, False
        while not over:
            state, reward, ended, cut, _ = env.step(choose(env, state))
            total, length, over = total + reward, length + 1, ended or cut
        returns.append(total)
        lengths.append(length)
        landings.append(reward == 100)
    return {
        "episodes": episodes,
        "return": summary(returns),
        "length": summary(lengths),
        "landed": summary(landings),
    }


random = np.random.default_rng(1)
numbers = {
    # 0 does nothing, 1 and 3 fire the side engines, 2 the main engine.
    "flight": flight([[0, 1, 2, 3, 2, 0, 3, 2, 1, 2][i // 4 % 10] for i in range(120)]),
    "heuristic": statistics(heuristic, 1000),
    "random": statistics(lambda env, state: int(random.integers(4)), 2000),
}
print("{\n" + ",\n".join(f' "{k}": {json.dumps(v)}' for k, v in numbers.items()) + "\n}")
