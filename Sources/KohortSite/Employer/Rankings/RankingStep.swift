import KohortCore
import KohortWeb

/// One press on a button of the list: a candidate goes up, down, to the top, or off it.
struct RankingStep: Hashable {
    enum Move: String, CaseIterable { case up, down, top, off }

    let move: Move
    let candidacy: CandidacyID

    init(_ move: Move, _ candidacy: CandidacyID) { (self.move, self.candidacy) = (move, candidacy) }

    /// The button that was pressed is the field that was sent: `up=<candidacy>`.
    init?(_ typed: Form) {
        let pressed = Move.allCases.compactMap { move in CandidacyID(typed.text(move.rawValue)).map { (move, $0) } }
        guard let (move, candidacy) = pressed.first else { return nil }
        self.init(move, candidacy)
    }

    /// The list after the step; one that leads beyond an end, or is about somebody else, changes nothing.
    func applied(to list: [CandidacyID]) -> [CandidacyID] {
        guard let index = list.firstIndex(of: candidacy) else { return list }
        var list = list
        list.remove(at: index)
        switch move {
        case .up: list.insert(candidacy, at: max(0, index - 1))
        case .down: list.insert(candidacy, at: min(list.count, index + 1))
        case .top: list.insert(candidacy, at: 0)
        case .off: break
        }
        return list
    }
}
