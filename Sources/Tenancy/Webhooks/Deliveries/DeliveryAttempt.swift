import KohortCore
import KohortStore

/// What came of one attempt; a line of the log.
package struct DeliveryAttempt: Record, Hashable, Codable {
    package static let table: StaticString = "webhook_attempt"
    package static let columns: [StaticString] = [
        "delivery", "number", "at", "status", "failure", "milliseconds", "answer",
    ]

    package let delivery: DeliveryID
    /// 1 for the first.
    package let number: Int
    /// When it began.
    package let at: Instant
    /// The HTTP status; nil when there was no answer.
    package let status: Int?
    /// Why there was no answer, as a code.
    package let failure: String?
    /// How long it took.
    package let milliseconds: Int
    /// The first 1,024 bytes of the answer.
    package let answer: String

    package init(
        delivery: DeliveryID, number: Int, at: Instant, status: Int?, failure: String?, milliseconds: Int,
        answer: String
    ) {
        (self.delivery, self.number, self.at) = (delivery, number, at)
        (self.status, self.failure) = (status, failure)
        (self.milliseconds, self.answer) = (milliseconds, answer)
    }

    package init(_ tuple: borrowing Tuple) throws {
        (delivery, number, at, status) = (try tuple[0], try tuple[1], try tuple[2], try tuple[3])
        (failure, milliseconds, answer) = (try tuple[4], try tuple[5], try tuple[6])
    }

    package var values: [SQLValue] {
        [
            delivery.sqlValue, number.sqlValue, at.sqlValue, status.sqlValue, failure.sqlValue, milliseconds.sqlValue,
            answer.sqlValue,
        ]
    }

    static let creation: DDL = """
        create table webhook_attempt (delivery \(.text) not null references webhook_delivery (id), \
        number \(.integer) not null, at \(.integer) not null, status \(.integer), failure \(.text), \
        milliseconds \(.integer) not null, answer \(.text) not null, primary key (delivery, number), \
        check ((status is null) = (failure is not null)))
        """
}
