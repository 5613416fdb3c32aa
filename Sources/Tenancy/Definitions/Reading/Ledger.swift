import KohortCore

/// What one reading of a file keeps beside the values: its problems, its slugs, and what the consortium's own block
/// lays down for the rest of the file.
final class Ledger {
    /// More than this many problems are not counted: nobody mends them one by one.
    static let limit = 500

    private(set) var problems: [DefinitionProblem] = []
    /// The languages every text must have; none until the consortium's block is read.
    var languages: [Language] = []
    var currency: Currency?
    /// Stands in for a slug that could not be read. A file with problems is refused whole, so it is never seen.
    let standIn: Slug

    private var declared: [SlugKind: Set<Slug>] = [:]
    private var references: [(kind: SlugKind, slug: Slug, place: Place)] = []

    init(standIn: Slug) { self.standIn = standIn }

    var isFull: Bool { problems.count >= Self.limit }

    func add(_ problem: DefinitionProblem) {
        if !isFull { problems.append(problem) }
    }

    func hasProblem(within path: DefinitionPath) -> Bool {
        problems.contains { path.contains(DefinitionPath(description: $0.path)) }
    }

    /// Whether the slug is new in its kind.
    func declare(_ slug: Slug, as kind: SlugKind) -> Bool { declared[kind, default: []].insert(slug).inserted }

    func refer(to slug: Slug, of kind: SlugKind, at place: Place) { references.append((kind, slug, place)) }

    /// Called when the whole file is read, for a reference may stand before what it names.
    func checkReferences() {
        for reference in references where !isFull {
            let known = declared[reference.kind, default: []]
            if known.contains(reference.slug) { continue }
            let names = known.sorted().map(\.text)
            let nearest = NearestWord.to(reference.slug.text, among: names).map { "; did you mean \($0)?" } ?? ""
            let kind = reference.kind.rawValue
            let allowed =
                names.isEmpty ? "none, for the file has no \(kind)" : "one of the file's: \(Listing.of(names))"
            reference.place.report(.referenceUnknown, allowed: allowed + nearest)
        }
    }
}

/// What a slug names across the file; those of smaller things are unique in their own list.
enum SlugKind: String {
    case consortium, organisation, membership, body, programme, cohort, round, matter, occasion
}
