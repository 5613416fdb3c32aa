import KohortWeb

/// A press on a button of the wishes: a place is added, goes up or down, or is taken away.
struct WishPress: Hashable {
    enum Move: String, CaseIterable { case add, up, down, off }

    let move: Move
    let place: String

    /// The button that was pressed is the field that was sent: `up=<place>`.
    init?(_ form: Form) {
        let pressed = Move.allCases.first { form.has($0.rawValue) }
        guard let pressed else { return nil }
        (move, place) = (pressed, form.text(pressed.rawValue))
    }

    /// The wishes after the press; one that leads beyond an end changes nothing.
    func applied(to wishes: [String]) -> [String] {
        var wishes = wishes
        let index = wishes.firstIndex(of: place)
        if let index { wishes.remove(at: index) }
        switch (move, index) {
        case (.add, nil): wishes.append(place)
        case (.add, let index?): wishes.insert(place, at: index)
        case (.up, let index?): wishes.insert(place, at: max(0, index - 1))
        case (.down, let index?): wishes.insert(place, at: min(wishes.count, index + 1))
        case (.off, _), (_, nil): break
        }
        return wishes
    }
}
