import KohortCore

extension Place {
    /// A half-open period with the keys `from` and `to`; `to` is the first day that is no longer in it.
    func period() -> Period? {
        block { keys in
            let start = keys["from"].date()
            let end = keys.required("to", .periodOpen, "the first day after the period: it may not be open-ended")
                .date()
            keys.check(start < end, "to", with: ["from"], .dateOrder, allowed: "a date after \(start)")
            return Period(start: start, end: end)
        }
    }
}

extension LocalDate {
    /// Later than any date that is written.
    static let distantFuture = LocalDate(daysSince1970: 2_932_897)
}
