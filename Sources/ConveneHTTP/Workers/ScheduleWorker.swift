import Convene
import ConveneBootstrap
import FoundationEssentials
import Logging
import ServiceLifecycle

/// Does by the clock what is to be done by the clock, one task after another. A task that fails is
/// tried again when it is due again, and holds up none of the others.
struct ScheduleWorker: Service {
    let premises: Premises
    let house: House

    func run() async throws {
        let schedule = Schedule(
            ScheduleTask.all(premises.settings), from: premises.office.clock())
        await cancelWhenGracefulShutdown { await keep(schedule) }
    }

    private func keep(_ schedule: Schedule) async {
        var schedule = schedule
        while !Task.isCancelled {
            for task in schedule.due(at: premises.office.clock()) where !Task.isCancelled {
                await carryOut(task)
            }
            try? await Task.sleep(for: .seconds(20))
        }
    }

    private func carryOut(_ task: ScheduleTask) async {
        do {
            guard let result = try await task.act(premises) else { return }
            house.logger.info(
                "schedule", metadata: ["task": .string(task.name), "result": .string(result)])
            house.bell.ring()
        } catch let problem as Problem {
            house.logger.warning(
                "schedule",
                metadata: ["task": .string(task.name), "code": .string(problem.code.rawValue)])
        } catch {
            house.logger.error(
                "fault",
                metadata: [
                    "task": .string(task.name), "fault": .string(String(reflecting: error)),
                ])
        }
    }
}
