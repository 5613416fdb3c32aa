import Foundation

enum TemplateFolder {
    /// Every `.mustache` file of a folder and those below, by name.
    static func sources(_ folder: String) throws -> [TemplateSource] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
        return try names.filter { $0.hasSuffix(ending) }.sorted().map { name in
            let data = try Data(contentsOf: URL(fileURLWithPath: folder).appending(path: name))
            guard let text = String(validating: data, as: UTF8.self) else {
                throw LoadProblems(problems: [LoadProblem(name, 0, "not UTF-8")])
            }
            return TemplateSource(name: String(name.dropLast(ending.count)), text: text)
        }
    }

    private static let ending = ".mustache"
}
