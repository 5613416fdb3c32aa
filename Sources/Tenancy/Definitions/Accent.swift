import KohortCore

/// The one colour of a consortium's pages: links, buttons and marks bear it.
package enum Accent {
    /// The darkest ground of a light page that text of the accent stands on.
    package static let ground = Colour("#f3f1ea") ?? .white
    /// WCAG 2.2, 1.4.3.
    package static let contrast = 4.5

    /// Whether text of this colour can be read on the pages, and a white word on a button of it.
    package static func isLegible(_ colour: Colour) -> Bool { colour.contrast(to: ground) >= contrast }

    /// The nearest darker tone that can be read.
    package static func suggestion(for colour: Colour) -> Colour {
        colour.legible(on: [ground], atLeast: contrast, towards: .black)
    }
}

extension Place {
    /// A colour that can be read; of one that is too pale, the problem names the nearest that can.
    func accent() -> Colour? {
        guard let colour = value("a colour such as \"#1d5b49\"", .valueType, { Colour($0) }) else { return nil }
        if Accent.isLegible(colour) { return colour }
        report(
            .valueRange,
            allowed:
                "a colour with a contrast of at least 4.5 to 1 to the page, such as \(Accent.suggestion(for: colour))")
        return nil
    }
}
