import type { TransactionNews } from "../transactions/transactionQueue.ts";
import type { TransactionEvent, WorkerEventSink } from "./workerEvent.ts";

/** Tells what became of a transaction. */
export function reportTransaction(news: TransactionNews, onEvent: WorkerEventSink): void {
  const { kind, jobId } = news.intent;
  const event: TransactionEvent = {
    event: "transaction",
    kind,
    jobId,
    status: "failed",
    hash: null,
    nonce: null,
    gasUsed: null,
    gasPrice: null,
    reason: null,
  };
  switch (news.status) {
    case "sent":
    case "bumped":
      onEvent({ ...event, status: news.status, hash: news.hash, nonce: news.nonce });
      return;
    case "mined": {
      const { hash, gasUsed, gasPrice } = news.receipt;
      onEvent({ ...event, status: "mined", hash, gasUsed: String(gasUsed), gasPrice: String(gasPrice) });
      return;
    }
    case "failed":
      onEvent({ ...event, reason: news.error.message });
      return;
    case "delayed":
      onEvent({ event: "problem", jobId, name: news.error.name, message: news.error.message });
  }
}
