import KohortCore

extension CompletionRules {
    init(_ keys: Keys) {
        let steps = keys.list("steps", 0...10).map { $0.word(or: ClosingStep.evaluation) }
        let requires = keys.list("requires", 0...10).map { $0.word(or: ClosingStep.evaluation) }
        let documents: [ClosingDocument] = keys.list("documents", 0...2).map { $0.word(or: .diploma) }
        let earlyHireEnds: Bool = keys.optional("early_hire_ends")?.flag() ?? false
        let known = Listing.of(steps.map(\.rawValue))
        keys.check(
            Set(requires).isSubset(of: steps), "requires", with: ["steps"], .valueConflict,
            allowed: "steps of the closing: \(known)")
        self.init(steps: steps, requires: requires, documents: documents, earlyHireEnds: earlyHireEnds)
    }
}
