import KohortCore
import KohortWeb

/// What a programme says of pay, and of the time after it (KS11-19, GEN-2, GEN-6, GEN-8).
struct TermFacts {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    func lines(of terms: EmploymentTerms) -> [Fact] {
        let afterwards = [
            terms.hireAtEnd.map { visit.text("staff.rule.hire.\($0.rawValue)") },
            visit.text(terms.boundToStay ? "staff.rule.bound" : "terms.free"),
        ]
        return [
            Fact(visit.text("trainee.pay"), pay(terms)), Fact(visit.text("terms.after"), afterwards.compactMap(\.self)),
        ].filter { !$0.values.isEmpty }
    }

    /// How it is set, and which share of full pay it is.
    func pay(_ terms: EmploymentTerms) -> [String] {
        let share = terms.paySharePercent.map { visit.format.percent(Double($0) / 100) }
        return [
            terms.pay?.text(in: visit.language), share.map { visit.text("staff.rule.pay_share", ["percent": $0]) },
        ].compactMap(\.self)
    }
}
