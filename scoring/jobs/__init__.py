"""This package contains work that goes on by itself: files wait in a queue and workers judge them.

    with open_jobs(load_settings()) as jobs:
        jobs.add(uploads, Request(rubric=path, norms="1stroom"))
        for job in jobs.all():
            print(job.source, job.state, job.share)

A worker holds a job by a lease that it renews; a worker that dies loses it, and another goes on from the
last finished stage.
"""

from scoring.jobs.job import CHANNELS, Again, Job, Request, State
from scoring.jobs.queue import Jobs, open_jobs
from scoring.jobs.worker import Worker

__all__ = ["CHANNELS", "Again", "Job", "Jobs", "Request", "State", "Worker", "open_jobs"]
