"""A flow that fails until the file beside it is fixed.

    python flow.py [deployment name]

serves it: its runs are executed here, each in a process of its own, which reads this folder as it then is.
"""

import json
import sys
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.runtime import flow_run

FOLDER = Path(__file__).parent


@task
def note_execution() -> None:
    """One line per execution, so that anybody can count them: a resumed run has two."""
    with (FOLDER / "executions.log").open("a") as log:
        log.write(f"{flow_run.id} execution {flow_run.run_count}\n")


@task
def read_config() -> dict[str, Any]:
    return json.loads((FOLDER / "config.json").read_text())


@task
def load(table: str) -> None:
    print(f"Loaded {table}.")


@flow(log_prints=True)
def nightly_orders() -> None:
    note_execution()
    config = read_config()
    if "error" in config:
        raise ValueError(f"config.json holds an error: {config['error']}")
    load(config["table"])


if __name__ == "__main__":
    nightly_orders.serve(name=sys.argv[1] if len(sys.argv) > 1 else "example")
