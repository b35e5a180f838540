"""Reference numbers from PyTorch for the tests of Networks.

    python3 Tests/Goldens/gradients/generate.py > Tests/Goldens/gradients/pytorch.json

Everything runs in double precision from fixed seeds and is written with nine digits, so that
another version of PyTorch gives the same file or shows that it computes something else.
"""

import json
import re

import torch
from torch import nn
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)


def numbers(tensor):
    return [float(f"{value:.9g}") for value in tensor.detach().reshape(-1).tolist()]


class Convolution(nn.Module):
    """Convolution over [batch, steps, channels] with weights stored [taps, out, in]."""

    def __init__(self, inputs, outputs, taps, dilation):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(taps, outputs, inputs) * 0.4)
        self.bias = nn.Parameter(torch.randn(outputs) * 0.4)
        self.dilation = dilation

    def forward(self, x):
        weight = self.weight.permute(1, 2, 0)
        y = F.conv1d(x.transpose(1, 2), weight, self.bias, dilation=self.dilation)
        return y.transpose(1, 2)


class Mlp(nn.Module):
    def __init__(self):
        super().__init__()
        self.add_module("first", nn.Linear(5, 7))
        self.add_module("second", nn.Linear(7, 6))
        self.add_module("third", nn.Linear(6, 4))
        self.add_module("fourth", nn.Linear(4, 3))

    def forward(self, x):
        x = torch.tanh(self.first(x))
        x = torch.relu(self.second(x))
        return self.fourth(torch.sigmoid(self.third(x)))


class Gated(nn.Module):
    def __init__(self):
        super().__init__()
        self.add_module("first", Convolution(3, 8, 2, 1))
        self.add_module("second", Convolution(4, 6, 2, 2))
        self.add_module("third", Convolution(3, 2, 2, 4))

    @staticmethod
    def gate(x):
        a, b = x.chunk(2, dim=-1)
        return torch.tanh(a) * torch.sigmoid(b)

    def forward(self, x):
        x = self.gate(self.first(x.reshape(-1, 8, 3)))
        x = self.gate(self.second(x))
        return torch.tanh(self.third(x)).reshape(-1, 2)


class Residual(nn.Module):
    def __init__(self):
        super().__init__()
        self.add_module("norm", nn.LayerNorm(6))
        self.add_module("inner", nn.Linear(6, 6))
        self.add_module("output", nn.Linear(6, 2))
        with torch.no_grad():
            self.norm.weight.copy_(torch.randn(6))
            self.norm.bias.copy_(torch.randn(6))

    def forward(self, x):
        return self.output(x + torch.tanh(self.inner(self.norm(x))))


class Recurrent(nn.Module):
    """A GRU over five steps with a learned start and an episode that begins at step 3."""

    def __init__(self):
        super().__init__()
        self.add_module("start", nn.Linear(3, 4))
        self.add_module("cell", nn.GRU(3, 4, batch_first=True))
        self.add_module("output", nn.Linear(4, 2))

    def forward(self, x):
        x = x.reshape(-1, 5, 3)
        h = torch.tanh(self.start(x[:, -1]))
        first, h = self.cell(x[:, :3], h[None])
        second, _ = self.cell(x[:, 3:], torch.zeros_like(h))
        return self.output(torch.cat([first, second], 1)).reshape(-1, 10)


class Attentive(nn.Module):
    """Two heads of causal attention over four steps, beside the input."""

    def __init__(self):
        super().__init__()
        self.add_module("attention", nn.MultiheadAttention(6, 2, batch_first=True))
        self.add_module("output", nn.Linear(6, 2))

    def forward(self, x):
        x = x.reshape(-1, 4, 6)
        mask = torch.triu(torch.ones(4, 4, dtype=torch.bool), 1)
        y, _ = self.attention(x, x, x, attn_mask=mask, need_weights=False)
        return self.output(x + y).reshape(-1, 8)


class Adapted(nn.Module):
    """A layer with a low-rank adapter, then modulated by the input."""

    def __init__(self):
        super().__init__()
        self.add_module("base", nn.Linear(5, 4))
        self.add_module("adapter", nn.ModuleDict({
            "down": nn.Linear(5, 2, bias=False), "up": nn.Linear(2, 4, bias=False)}))
        self.add_module("film", nn.Linear(5, 8))

    def forward(self, x):
        y = self.base(x) + self.adapter["up"](self.adapter["down"](x))
        factors, shifts = self.film(x).chunk(2, -1)
        return y * (1 + factors) + shifts


class Experts(nn.Module):
    """The two most promising of three experts."""

    def __init__(self):
        super().__init__()
        self.add_module("moe", nn.ModuleDict(
            {"gate": nn.Linear(4, 3)} | {
                str(i): nn.ModuleDict({"hidden": nn.Linear(4, 5), "output": nn.Linear(5, 2)})
                for i in range(3)}))

    def forward(self, x):
        logits = self.moe["gate"](x)
        hidden = logits < logits.topk(2).values[:, -1:]
        gate = logits.masked_fill(hidden, -torch.inf).softmax(-1)
        experts = [self.moe[str(i)] for i in range(3)]
        outputs = [e["output"](torch.tanh(e["hidden"](x))) for e in experts]
        return (torch.stack(outputs, -1) * gate[:, None]).sum(-1)


class Embedded(nn.Module):
    """Two kinds of five, and two other numbers."""

    def __init__(self):
        super().__init__()
        self.add_module("table", nn.Embedding(5, 3))
        self.add_module("output", nn.Linear(8, 2))

    def forward(self, x):
        with torch.no_grad():
            x[:, :2] = torch.tensor([[0.0, 4.0], [2.0, 2.0], [1.0, 4.0]])
        kinds = self.table(x[:, :2].long()).reshape(-1, 6)
        return self.output(torch.cat([kinds, x[:, 2:]], -1))


def ours(name):
    return name.replace("in_proj_", "in_proj.")


def network_case(module, inputs, rows, seed):
    torch.manual_seed(seed)
    model = module()
    x = torch.randn(rows, inputs, requires_grad=True)
    y = model(x)
    dy = torch.randn_like(y)
    y.backward(dy)
    return {
        "inputs": numbers(x),
        "outputs": numbers(y),
        "outputGradients": numbers(dy),
        "inputGradients": numbers(x.grad),
        "parameters": {ours(k): numbers(p) for k, p in model.named_parameters()},
        "gradients": {ours(k): numbers(p.grad) for k, p in model.named_parameters()},
    }


def optimiser_case(make, seed, clip=None):
    """Ten steps on the squared error of a small network."""
    torch.manual_seed(seed)
    model = Mlp()
    x = torch.randn(6, 5)
    target = torch.randn(6, 3)
    start = {k: numbers(p) for k, p in model.named_parameters()}
    optimiser = make(model.parameters())
    losses = []
    for _ in range(10):
        optimiser.zero_grad()
        loss = F.mse_loss(model(x), target)
        loss.backward()
        if clip:
            nn.utils.clip_grad_norm_(model.parameters(), clip)
        optimiser.step()
        losses.append(float(f"{loss.item():.9g}"))
    return {
        "inputs": numbers(x),
        "targets": numbers(target),
        "losses": losses,
        "parameters": start,
        "final": {k: numbers(p) for k, p in model.named_parameters()},
    }


def gaussian_case(seed):
    torch.manual_seed(seed)
    means = torch.randn(4, requires_grad=True)
    logs = (torch.randn(4) * 0.5).requires_grad_()
    action = torch.randn(4)
    distribution = torch.distributions.Normal(means, logs.exp())
    log_probability = distribution.log_prob(action).sum()
    entropy = distribution.entropy().sum()
    log_probability.backward()
    return {
        "means": numbers(means),
        "logDeviations": numbers(logs),
        "action": numbers(action),
        "logProbability": numbers(log_probability),
        "entropy": numbers(entropy),
        "meanGradients": numbers(means.grad),
        "logDeviationGradients": numbers(logs.grad),
    }


def categorical_case(seed):
    """The gradient is that of 0.7 log p(2) + 0.3 entropy."""
    torch.manual_seed(seed)
    logits = (torch.randn(5) * 2).requires_grad_()
    distribution = torch.distributions.Categorical(logits=logits)
    log_probability = distribution.log_prob(torch.tensor(2))
    entropy = distribution.entropy()
    (0.7 * log_probability + 0.3 * entropy).backward()
    return {
        "logits": numbers(logits),
        "logProbability": numbers(log_probability),
        "entropy": numbers(entropy),
        "logitGradients": numbers(logits.grad),
    }


def loss_case(loss, predictions, targets):
    predictions.requires_grad_()
    value = loss(predictions, targets)
    value.backward()
    return {
        "predictions": numbers(predictions),
        "targets": numbers(targets),
        "loss": numbers(value),
        "gradients": numbers(predictions.grad),
    }


def loss_cases(seed):
    torch.manual_seed(seed)
    return {
        "squaredError": loss_case(F.mse_loss, torch.randn(6), torch.randn(6)),
        "crossEntropy": loss_case(
            F.cross_entropy, torch.randn(4, 3) * 3, torch.tensor([0, 2, 1, 2])),
        "binaryCrossEntropy": loss_case(
            F.binary_cross_entropy_with_logits, torch.randn(6) * 8, torch.rand(6)),
    }


text = json.dumps({
    "generator": f"Tests/Goldens/gradients/generate.py with PyTorch {torch.__version__}",
    "networks": {
        "mlp": network_case(Mlp, 5, 3, 1),
        "gated": network_case(Gated, 24, 3, 2),
        "residual": network_case(Residual, 6, 3, 3),
        "recurrent": network_case(Recurrent, 15, 3, 11),
        "attentive": network_case(Attentive, 24, 3, 12),
        "adapted": network_case(Adapted, 5, 3, 13),
        "experts": network_case(Experts, 4, 3, 14),
        "embedded": network_case(Embedded, 4, 3, 15),
    },
    "optimisers": {
        "adam": optimiser_case(lambda p: torch.optim.Adam(p, lr=0.01), 4),
        "adamClipped": optimiser_case(lambda p: torch.optim.Adam(p, lr=0.01, eps=1e-5), 5, 0.1),
        "adamW": optimiser_case(lambda p: torch.optim.AdamW(p, lr=0.01, weight_decay=0.1), 6),
        "momentum": optimiser_case(lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9), 7),
    },
    "gaussian": gaussian_case(8),
    "categorical": categorical_case(9),
    "losses": loss_cases(10),
}, indent=1, sort_keys=True)
# One list to a line.
print(re.sub(r"\[[^\[\]]*\]", lambda match: re.sub(r"\s+", " ", match.group()), text))
