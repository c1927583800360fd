"""The simulated carrier: a second Asterisk that calls Lianxin over a real trunk."""

from devkit.carrier.call import Call, End, Moment, NotAnswered
from devkit.carrier.carrier import Carrier, Handler, robot
from devkit.carrier.process import CarrierError

__all__ = [
    "Call",
    "Carrier",
    "CarrierError",
    "End",
    "Handler",
    "Moment",
    "NotAnswered",
    "robot",
]
