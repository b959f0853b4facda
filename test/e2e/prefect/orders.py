"""Flows that do what the folder in their parameter says, and note there what they did.

    python orders.py [deployment name]

serves them: their runs are executed here, each in a process of its own.
"""

import os
import signal
import sys
import time
from pathlib import Path

from prefect import flow, serve, task
from prefect.deployments import run_deployment
from prefect.runtime import flow_run


def note(folder: str, what: str) -> None:
    with (Path(folder) / "done.log").open("a") as log:
        log.write(f"{flow_run.id} {what}\n")


@task(persist_result=True)
def extract(folder: str) -> str:
    note(folder, "extract")
    return "rows"


@task
def load(folder: str, rows: str) -> None:
    note(folder, "load")


@flow
def orders(folder: str) -> None:
    """Waits while there is a file `held`; fails while there is one `broken`, and dies while there is one `deadly`."""
    note(folder, "execution")
    load(folder, extract(folder))
    while (Path(folder) / "held").exists():
        time.sleep(0.05)
    if (Path(folder) / "broken").exists():
        raise ValueError("the table was renamed")
    if (Path(folder) / "deadly").exists():
        os.kill(os.getpid(), signal.SIGKILL)


@flow
def day(folder: str, deployment: str) -> None:
    """Has two parts: a run of a deployment, which it does not wait for, and one of its own."""
    run_deployment(f"orders/{deployment}", parameters={"folder": folder}, timeout=0)
    orders(folder)


if __name__ == "__main__":
    name = sys.argv[1]
    serve(orders.to_deployment(name), day.to_deployment(name))
