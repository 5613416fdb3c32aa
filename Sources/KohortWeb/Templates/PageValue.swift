/// What a name of a model stands for when a page is rendered.
enum PageValue {
    case text(String)
    case flag(Bool)
    case texts([String])
    case models([any PageModel])

    /// Whether a section of it shows nothing.
    var isEmpty: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .flag(let flag): !flag
        case .texts(let texts): texts.isEmpty
        case .models(let models): models.isEmpty
        }
    }
}

extension PageModel {
    func value(of name: String) -> PageValue? { Self.fields[name]?.read(self) }
}
