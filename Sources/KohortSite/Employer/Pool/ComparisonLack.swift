import HTTPTypes
import KohortWeb

/// Why there are not two candidates to be seen side by side.
enum ComparisonLack: String {
    case nobody, one, same, many, gone, rounds

    /// By how many were named, and how many of them are different ones; nil for two.
    init?(named: Int, chosen: Int) {
        switch (named, chosen) {
        case (_, 0): self = .nobody
        case (1, 1): self = .one
        case (_, 1): self = .same
        case (_, 2): return nil
        default: self = .many
        }
    }

    /// Whether it is the pool where that is mended, and not beside the one that there is.
    var leadsToPool: Bool { self == .nobody || self == .many }

    /// To have chosen too few is to be on the way.
    var status: HTTPResponse.Status {
        switch self {
        case .nobody, .one: .ok
        case .same, .many, .rounds: .unprocessableContent
        case .gone: .notFound
        }
    }

    func notice(_ visit: Visit) -> DeskNotice {
        DeskNotice(isRefusal: status != .ok, text: visit.text("comparison.lack.\(rawValue)"))
    }
}
