import KohortCore
import KohortStore

/// That a cohort is over. It finishes by being closed with its outcomes, not by its date.
enum CohortClosing {
    static let migration = Migration(
        "cohort-closings",
        ["create table cohort_closing (cohort \(.text) primary key, closed_at \(.integer) not null)"])

    static func isClosed(_ cohort: CohortID, in read: borrowing Read) throws -> Bool {
        try read.count("select count(*) from cohort_closing where cohort = \(cohort)") > 0
    }

    /// Throws when the cohort is closed: nothing of it changes any more.
    static func checkOpen(_ cohort: CohortID, in read: borrowing Read) throws {
        if try isClosed(cohort, in: read) { throw Rejection.conflict("cohort.closed") }
    }
}
