import KohortCore
import KohortWeb
import Tenancy

/// One period of work, or the rule for several that are alike.
struct PeriodLine: PageModel {
    let title: String
    let detail: String

    static let fields: [String: PageField<Self>] = [
        "title": .text { $0.title },
        "detail": .text { $0.detail },
    ]

    static func lines(_ visit: Visit, _ pattern: PeriodPattern) -> [PeriodLine] {
        let isAlike = pattern.parts.count == 1 && pattern.count.atMost > 1
        let parts = pattern.parts.enumerated().map { index, rule in
            let number = visit.text("front.period", ["number": visit.format.number(index + 1)])
            return PeriodLine(
                title: isAlike ? visit.count("periods", pattern.count) : rule.theme?.text(in: visit.language) ?? number,
                detail: detail(visit, rule))
        }
        return parts + pattern.optional.map { optional($0, visit) }
    }

    private static func detail(_ visit: Visit, _ rule: PeriodRule) -> String {
        let host = rule.organisation.map { name(of: $0, visit) } ?? visit.text("host.\(rule.host.rawValue)")
        return [host, rule.months.map { visit.count("months", $0) }].compactMap(\.self).joined(separator: ", ")
    }

    private static func optional(_ period: OptionalPeriod, _ visit: Visit) -> PeriodLine {
        let months = visit.count("months", period.monthsAtMost)
        return PeriodLine(
            title: period.name.text(in: visit.language), detail: visit.text("front.period.optional", ["months": months])
        )
    }

    private static func name(of organisation: Slug, _ visit: Visit) -> String {
        visit.consortium.organisations.first { $0.slug == organisation }?.name.text(in: visit.language)
            ?? organisation.text
    }
}

/// A part of the line on which a programme's periods are drawn, in hundredths of its width.
struct ShapePart: PageModel, Equatable {
    let x: Double
    let width: Double
    let isHome: Bool

    static let fields: [String: PageField<Self>] = [
        "x": .text { String($0.x) },
        "width": .text { String($0.width) },
        "other": .flag { !$0.isHome },
    ]

    /// Nothing unless the periods are told apart and the length of each is known.
    static func parts(of pattern: PeriodPattern) -> [ShapePart] {
        let months = pattern.parts.compactMap(\.months).map { Double($0.atLeast + $0.atMost) / 2 }
        guard months.count == pattern.parts.count, months.count > 1 else { return [] }
        let (whole, gap) = (months.reduce(0, +), 0.5)
        var start = 0.0
        return zip(pattern.parts, months).map { rule, months in
            let width = months / whole * 100
            defer { start += width }
            return ShapePart(x: rounded(start), width: rounded(max(gap, width - gap)), isHome: rule.host == .home)
        }
    }

    private static func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }
}
