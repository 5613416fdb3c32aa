import ArgumentParser
import Foundation
import KohortApp
import KohortCore

struct InvoiceCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invoice", abstract: "Issued invoices and credit notes.",
        subcommands: [InvoiceListing.self, InvoiceExport.self])
}

struct InvoiceListing: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists a tenant's issued documents, the latest first.")
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug
    @Flag(help: "Answer as CSV for a Nordic Excel: semicolons, CRLF, UTF-8 with a mark.") var csv = false

    func run() async throws {
        let lines = try await gateway.call(ListInvoices(tenant: tenant))
        if csv { return print(CSV.text(Self.rows(lines)), terminator: "") }
        try gateway.show(lines) { Columns.lines(Self.rows($0)) }
    }

    private static func rows(_ lines: [ListInvoices.Line]) -> [[String]] {
        [["number", "kind", "payer", "issued", "due", "gross", "credits"]]
            + lines.map { line in
                [
                    line.number, line.kind, line.payer.text, line.issuedOn.description, line.dueOn?.description ?? "",
                    line.gross.description, line.original ?? "",
                ]
            }
    }
}

struct InvoiceExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes documents as they were issued, as XML files.")
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug
    @Option(help: "The folder to write to.") var to: String
    @Argument(help: "One document's number; all when left out.") var number: String?

    func run() async throws {
        let files = try await gateway.call(ExportInvoices(tenant: tenant, number: number))
        try FileManager.default.createDirectory(atPath: to, withIntermediateDirectories: true)
        for file in files {
            try Data(file.xml.utf8).write(to: URL(fileURLWithPath: to).appending(path: file.name))
        }
        try gateway.show(files.map { "\($0.sha256)  \($0.name)" }) { $0 }
    }
}
