import ArgumentParser
import Convene
import ConveneReports

/// In which form a command shows its result.
struct OutputOptions: ParsableArguments {
    @Option(name: .long, help: "The form of the result.")
    var format: Format = .table

    func show(_ result: some Presentable, on terminal: Terminal) {
        terminal.write(result.render(as: format, on: terminal.screen), to: .output)
    }
}

extension Format: ExpressibleByArgument {}
extension Event.Kind: ExpressibleByArgument {}
extension Event.Mode: ExpressibleByArgument {}
extension Event.Admission: ExpressibleByArgument {}
extension Question.Kind: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension Standing: ExpressibleByArgument {}
extension OnProbable: ExpressibleByArgument {}
extension Invitation.Answer: ExpressibleByArgument {}
extension Invitation.Channel: ExpressibleByArgument {}
extension Message.State: ExpressibleByArgument {}
extension Message.Purpose: ExpressibleByArgument {}
extension Measures.Name: ExpressibleByArgument {}
