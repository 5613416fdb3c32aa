import Foundation

/// A sender's name for a file, made fit to be shown and offered for download. It never names a place on disk.
package enum SafeFilename {
    /// The last component after `/` or `\`, composed (NFC), without control characters or those that turn the
    /// direction of writing, at most 120 characters with the ending kept; `file` when nothing is left.
    package static func of(_ name: String) -> String {
        let kept = String(String.UnicodeScalarView(name.unicodeScalars.filter { !isUnwanted($0) }))
        let component = kept.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? ""
        let composed = component.trimmingCharacters(in: .whitespaces).precomposedStringWithCanonicalMapping
        return composed.allSatisfy { $0 == "." } ? "file" : shortened(composed)
    }

    private static func shortened(_ name: String) -> String {
        guard name.count > limit else { return name }
        let ending = name.lastIndex(of: ".").map { name[$0...] } ?? ""
        guard ending.count <= 10 else { return String(name.prefix(limit)) }
        return String(name.prefix(limit - ending.count) + ending)
    }

    private static let limit = 120

    private static func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: scalar.properties.isBidiControl
        }
    }
}
