"""自动报工号: the caller hears who serves them, before the two hear each other."""

from __future__ import annotations

from lianxin.lines.plan import QueuePlan
from lianxin.rules.flow import effects
from lianxin.switchboard.calls.context import CallContext
from lianxin.switchboard.exchange import channel_names


def playback(call: str) -> str:
    """The name of the announcement at the exchange."""
    return channel_names.playback(call, "number")


async def announce(context: CallContext, number: str, plan: QueuePlan) -> None:
    """Begin to say the agent's 工号 to the caller of ``context``; the agent's page is told for
    how long, and whether the agent may cut it. Raises ``AriError``."""
    call, ports = context.call, context.ports
    sounds = (
        effects.Prompt("number_intro"),
        effects.Digits(number),
        effects.Prompt("number_outro"),
    )
    media = context.sounds.media(call.line.centre_code, sounds, call.language)
    joined = context.sounds.joined(media)
    until = ports.clock().timestamp() + joined.seconds
    call.announcing_until = until if joined.seconds else 0.0
    call.may_cut = plan.may_cut_announcement
    if call.person is not None:
        ports.show(call.person, call.view())
    await ports.exchange.play(call.channel, list(joined.media), playback(call.id))
