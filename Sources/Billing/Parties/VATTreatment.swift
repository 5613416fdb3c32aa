import KohortCore

/// How the seller's fees stand to value added tax. The tenant decides and there is no default: whether a fee is
/// education, membership or hired labour is not the software's to guess.
package enum VATTreatment: Hashable, Sendable, Codable {
    /// Category O: the seller is not in the VAT register, or the fee is outside the tax.
    case outsideScope(reason: String)
    /// Category E: exempt, with the reason in words and, in Sweden, by code.
    case exempt(reason: String, code: ExemptionCode?)
    /// Category S: 25 % in both countries.
    case standard

    /// The codes of the European list that a seller here may name; Norway's own exemptions have none.
    package enum ExemptionCode: String, Hashable, Sendable, Codable, CaseIterable {
        /// Education of children or young people, school or university education, vocational training.
        case education = "VATEX-EU-132-1I"
    }

    /// UNCL5305.
    package var category: String {
        switch self {
        case .outsideScope: "O"
        case .exempt: "E"
        case .standard: "S"
        }
    }

    /// In whole per cent; nil where the category has no rate.
    package var percent: Int? {
        switch self {
        case .outsideScope: nil
        case .exempt: 0
        case .standard: 25
        }
    }

    package var reason: String? {
        switch self {
        case .outsideScope(let reason), .exempt(let reason, _): reason
        case .standard: nil
        }
    }

    package var reasonCode: String? {
        switch self {
        case .outsideScope: "VATEX-EU-O"
        case .exempt(_, let code): code?.rawValue
        case .standard: nil
        }
    }

    /// Only who is in the VAT register may charge it or be exempt from it; who is not can only be outside.
    func fits(isVATRegistered: Bool) -> Bool {
        if case .outsideScope = self { return !isVATRegistered }
        return isVATRegistered
    }

    /// The tax on a sum, once for the whole of it, half an øre away from zero.
    func tax(on net: Money) throws(Rejection) -> Money {
        guard let tax = net.share(Int64(percent ?? 0), of: 100) else { throw .conflict("amount.incompatible") }
        return tax
    }
}
