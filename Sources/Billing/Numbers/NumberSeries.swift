import KohortCore
import KohortStore

/// The two series of a seller; credit notes have their own, as the law allows (bokføringsforskriften § 5-2-8).
enum NumberSeries: String, Hashable, Sendable, Storable {
    case invoice = "F"
    case creditNote = "K"
}

/// A document's place in its series.
struct AllottedNumber: Hashable, Sendable {
    let series: NumberSeries
    /// From 1.
    let sequence: Int
    /// As it is written: `F17`.
    var text: String { series.rawValue + String(sequence) }
}

extension Write {
    /// The next number of a seller's series, taken in the transaction that issues the document, so that a document
    /// that is not issued after all leaves no gap (BB-3; bokføringsforskriften § 5-1-3, ML 17:24).
    func allotNumber(in series: NumberSeries, of seller: OrganisationNumber) throws -> AllottedNumber {
        try execute(
            """
            insert into number_series (seller, series, last) values (\(seller.key), \(series), 1)
            on conflict (seller, series) do update set last = number_series.last + 1
            """)
        let last: Int? = try read.first(
            "select last from number_series where seller = \(seller.key) and series = \(series)"
        ) { try $0[0] }
        guard let last else { throw StoreFault.unreadable("number series \(series.rawValue)") }
        return AllottedNumber(series: series, sequence: last)
    }
}

extension OrganisationNumber {
    /// What a seller's series are kept under: another legal entity has series of its own.
    var key: String { country.rawValue + digits }
}
