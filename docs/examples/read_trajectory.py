"""Prints the events of one trajectory, in order.

    pip install kurrentdbclient
    python read_trajectory.py 'kurrentdb://127.0.0.1:2113?tls=false' lsc01.trajectory-<id>

What is personal is sealed here too: whoever reads the log sees what happened, not about whom.
"""

import json
import sys

from kurrentdbclient import KurrentDBClient

uri, stream = sys.argv[1:]
with KurrentDBClient(uri) as client:
    for event in client.get_stream(stream):
        envelope = json.loads(event.metadata)
        print(event.stream_position, envelope["occurredOn"], envelope["role"], event.type)
