import KohortCore
import Tenancy

extension Visit {
    /// A number with its noun, by the texts `count.<noun>.one` and `count.<noun>.many`: `1 plass`, `12 plasser`.
    func count(_ noun: String, _ number: Int) -> String {
        text("count.\(noun).\(number == 1 ? "one" : "many")", ["number": format.number(number)])
    }

    /// The same for a number that is given by its least and its most: `36–48 måneder`.
    func count(_ noun: String, _ bounds: Bounds) -> String {
        if bounds.atLeast == bounds.atMost { return count(noun, bounds.atLeast) }
        let number = "\(format.number(bounds.atLeast))–\(format.number(bounds.atMost))"
        return text("count.\(noun).many", ["number": number])
    }
}
