import KohortCore
import Tenancy

/// A consortium's accent in the tones that the stylesheet asks for, in light and in dark: `site.css/10-tokens.css` has
/// the same four for those who chose none.
struct Theme: Hashable, Sendable {
    struct Tones: Hashable, Sendable {
        let accent, strong, onAccent, soft: Colour
    }

    let light, dark: Tones

    /// The lightest and the darkest ground of dark pages, which text of the accent stands on.
    static let darkGrounds = [Colour("#1b2120") ?? .black, Colour("#0f1312") ?? .black]
    private static let ink = Colour("#0c1b15") ?? .black

    init(_ accent: Colour) {
        let soft = accent.mixed(with: .white, 0.9)
        light = Tones(
            accent: accent, strong: accent.mixed(with: .black, 0.25), onAccent: .white,
            soft: soft.legible(on: [accent], atLeast: Accent.contrast, towards: .white))
        // Lighter than what is just legible: thin strokes glare less than they fade.
        let bright = accent.legible(
            on: Self.darkGrounds, atLeast: 7, towards: accent.brightest.mixed(with: .white, 0.4)
        )
        .legible(on: Self.darkGrounds, atLeast: 7, towards: .white)
        let dim = bright.mixed(with: Self.darkGrounds[0], 0.9)
        dark = Tones(
            accent: bright, strong: bright.mixed(with: .white, 0.35), onAccent: Self.ink,
            soft: dim.legible(on: [bright], atLeast: Accent.contrast, towards: .black))
    }

    /// The sheet that is laid over the site's own.
    var css: String {
        ":root{\(Self.css(light))}\n@media (prefers-color-scheme:dark){:root{\(Self.css(dark))}}\n"
            + "@media print{:root{--accent:#000}}\n"
    }

    private static func css(_ tones: Tones) -> String {
        "--accent:\(tones.accent);--accent-strong:\(tones.strong);--on-accent:\(tones.onAccent);"
            + "--accent-soft:\(tones.soft)"
    }
}
