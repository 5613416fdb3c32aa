/// One metric with its samples, as Prometheus' text format 0.0.4 has it.
package struct MetricFamily: Hashable, Sendable {
    package enum Kind: String, Sendable { case counter, gauge, histogram }

    package struct Label: Hashable, Sendable {
        let name: String
        let value: String

        package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
    }

    private struct Sample: Hashable {
        let suffix: String
        let labels: [Label]
        let value: String
    }

    private let name: String
    private let help: String
    private let kind: Kind
    private var samples: [Sample] = []

    package init(_ name: String, _ kind: Kind, _ help: String) {
        (self.name, self.kind, self.help) = (name, kind, help)
    }

    /// A family of one sample without labels.
    package init(_ name: String, _ kind: Kind, _ help: String, value: Double) {
        self.init(name, kind, help)
        add(value)
    }

    package mutating func add(_ value: Double, _ labels: [Label] = []) {
        samples.append(Sample(suffix: "", labels: labels, value: Self.text(value)))
    }

    package mutating func add(_ histogram: Histogram.Counts, _ labels: [Label] = []) {
        var sofar: UInt64 = 0
        for (bound, count) in zip(histogram.bounds.map(Self.text) + ["+Inf"], histogram.counts) {
            sofar += count
            samples.append(Sample(suffix: "_bucket", labels: labels + [Label("le", bound)], value: "\(sofar)"))
        }
        samples.append(Sample(suffix: "_sum", labels: labels, value: Self.text(histogram.sum)))
        samples.append(Sample(suffix: "_count", labels: labels, value: "\(sofar)"))
    }

    /// The lines of the format, with its help and type.
    package var text: String {
        let lines = samples.map { "\(name)\($0.suffix)\(Self.text($0.labels)) \($0.value)" }
        return (["# HELP \(name) \(help)", "# TYPE \(name) \(kind.rawValue)"] + lines + [""]).joined(separator: "\n")
    }

    private static func text(_ value: Double) -> String {
        Int64(exactly: value).map { "\($0)" } ?? "\(value)"
    }

    private static func text(_ labels: [Label]) -> String {
        labels.isEmpty ? "" : "{" + labels.map { "\($0.name)=\"\(escaped($0.value))\"" }.joined(separator: ",") + "}"
    }

    private static func escaped(_ value: String) -> String {
        value.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
