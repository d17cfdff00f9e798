"""This module contains the judging of one job: the pipeline's way, and what becomes of the job."""

import logging
from pathlib import Path

from scoring.call import Call
from scoring.errors import ScoringError, StoreError
from scoring.examples import dialogue
from scoring.jobs.hold import Hold, Leaving, Stopped
from scoring.jobs.judged_by import judging_by
from scoring.jobs.lease import Leases, Lost
from scoring.jobs.rescoring import GivingWay, judge_again
from scoring.pipeline import Stage, keep, score_call, score_transcript
from scoring.rubric.shelf import active
from scoring.settings import Settings
from scoring.store import Store
from scoring.store.uploads import Uploads

log = logging.getLogger(__name__)
BUG = (
    "Er ging iets mis in Klankbord zelf ({}). De andere bestanden gaan door. Probeer het opnieuw; "
    "blijft dit zo, meld het dan aan uw beheerder."
)


class Judging:
    """This represents what a worker needs for any job: settings, store, uploads and its leases."""

    def __init__(self, settings: Settings, store: Store, uploads: Uploads, leases: Leases) -> None:
        self._settings = settings
        self._store = store
        self._uploads = uploads
        self._leases = leases

    def do(self, hold: Hold) -> None:
        """Calling this judges a job to its end, whatever end that is. Raises StoreError."""
        job = hold.job
        try:
            self._judge(hold)
        except GivingWay:
            self._leases.give_way(job)
        except (Lost, Leaving) as end:
            log.info("job %d let go: %s", job.id, type(end).__name__)
        except Stopped:
            self._leases.stopped(job)
        except StoreError as error:
            self._leases.postpone(job, str(error))
        except ScoringError as error:
            self._leases.fail(job, str(error))
        except Exception as error:  # noqa: BLE001  one file that meets a bug may not stop the others
            log.error("job %d: %s in %s", job.id, type(error).__name__, _place(error))
            self._leases.fail(job, BUG.format(type(error).__name__))

    def _judge(self, hold: Hold) -> None:
        job, wanted = hold.job, hold.job.request
        if wanted.again is not None:
            judge_again(hold, wanted.again, self._store, self._leases)
            self._leases.finish(job)
            return
        path = self._uploads.path(job.folder, job.source)
        rubric, norms = judging_by(wanted.rubric, wanted.norms)
        scored = score_call(
            path,
            rubric,
            norms,
            self._settings,
            wanted.metadata,
            hold.report,
            employee=wanted.employee,
            step=hold,
        )
        hold.enter(Stage.KEEP)
        self._leases.renew(job)
        keep(self._store, scored, rubric, norms)
        self._end(hold)

    def _end(self, hold: Hold) -> None:
        job = hold.job
        try:
            self._leases.finish(job)
        except Lost:
            if not self._leases.exists(job):  # a person deleted the call while it was being kept
                self._store.delete(job.call_id)
            raise
        try:
            self._uploads.remove(job.folder)
        except StoreError:  # a virus scanner may hold it; clearing the list tries again
            log.warning("job %d: its files could not be removed yet", job.id)

    def warm_up(self) -> None:
        """Calling this loads what judging needs, so that the first file does not wait for it."""
        try:
            rubric, norms = judging_by(active(self._settings), self._settings.norms)
        except ScoringError as error:
            log.warning("not warmed up: %s", type(error).__name__)
            return
        hello = dialogue("A: Goedemorgen.\nB: Dag.")
        score_transcript(Call(id=hello.call_id, source=""), hello, rubric, norms)


def _place(error: Exception) -> str:
    """File and line of a bug: its message may hold what a citizen said, so that stays out of the log."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
