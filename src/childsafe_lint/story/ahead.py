"""English documents through the pipeline, ahead of whoever understands them.

Most of what the pipeline does needs no Python, so that it can go on beside Python. A few drafts are read at once; where
there are more, a thread reads the next ones while the last are understood. They come back in order.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: documents that are read at once
BATCH = 16
#: drafts that are taken before the first is given back: enough for a batch to be read and one to wait
AHEAD = 2 * BATCH
#: held while a pipeline reads: its parts hand over to each other what they know of the documents at hand
reading = Lock()


class Reader:
    """Documents in by ``add``, the same documents out by ``next``, read.

    Args:
        pipeline: gives the pipeline; asked when the first document is to be read.
    """

    def __init__(self, pipeline: Callable[[], Language]) -> None:
        self._pipeline = pipeline
        self._waiting: list[Doc] = []  # until there are enough of them for a thread
        self._done: deque[Doc] = deque()
        self._todo: SimpleQueue[Doc | None] = SimpleQueue()
        self._read: SimpleQueue[Doc | BaseException] = SimpleQueue()
        self._thread: Thread | None = None

    def add(self, doc: Doc) -> None:
        if self._thread is None:
            self._waiting.append(doc)
            if len(self._waiting) <= BATCH:
                return
            for one in self._waiting:
                self._todo.put(one)
            self._waiting = []
            # a program that ends does not wait for what nobody asks for any more
            self._thread = Thread(target=self._work, name="childsafe-lint reader", daemon=True)
            self._thread.start()
        else:
            self._todo.put(doc)

    def next(self) -> Doc:
        """The next document. What the pipeline raises is raised here."""
        if not self._done and self._waiting:
            self._done += self._through(self._waiting)
            self._waiting = []
        if self._done:
            return self._done.popleft()
        read = self._read.get()
        if isinstance(read, BaseException):
            raise read
        return read

    def close(self) -> None:
        """Let the thread end after what it is reading."""
        if self._thread is not None:
            while True:
                try:
                    self._todo.get_nowait()
                except Empty:
                    break
            self._todo.put(None)

    def _work(self) -> None:
        try:
            while (docs := self._some()) is not None:
                for doc in self._through(docs):
                    self._read.put(doc)
        except BaseException as problem:
            self._read.put(problem)

    def _through(self, docs: list[Doc]) -> list[Doc]:
        with reading:
            return list(self._pipeline().pipe(docs, batch_size=BATCH))

    def _some(self) -> list[Doc] | None:
        """The documents that wait, at most a batch; None at the end."""
        docs: list[Doc] = []
        doc = self._todo.get()
        while doc is not None:
            docs.append(doc)
            if len(docs) == BATCH:
                break
            try:
                doc = self._todo.get_nowait()
            except Empty:
                break
        else:
            if not docs:
                return None
            self._todo.put(None)
        return docs
