import Testing

@Suite struct `Rooms of the house` {
    @Test func `no file is longer than 300 lines`() {
        for folder in ["Sources", "Tests"] {
            for file in SourceTree.swiftFiles(under: folder) {
                #expect(file.lines.count <= 301, "\(file.path) has \(file.lines.count) lines")
            }
        }
    }

    @Test func `half of the source files have fewer than 80 lines`() {
        let lengths = SourceTree.swiftFiles(under: "Sources").map(\.lines.count).sorted()
        #expect(lengths.count > 200)
        #expect(lengths[lengths.count / 2] < 80)
    }

    @Test func `no type bears its module's name`() {
        let targets = Set(SourceTree.swiftFiles(under: "Sources").map(\.target))
        for file in SourceTree.swiftFiles(under: "Sources") {
            let types = file.code.captures(of: #"(?:struct|class|enum|protocol|actor) (\w+)"#)
            #expect(!types.contains(file.target) || !targets.contains(file.target), "\(file.path)")
        }
    }

    @Test func `URLSession is nowhere: it traps on HTTP/2 redirects in this toolchain`() {
        for file in SourceTree.swiftFiles(under: "Sources") {
            #expect(!file.code.contains("URLSession"), "\(file.path)")
        }
    }
}
