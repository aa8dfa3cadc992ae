using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Proofs;

namespace CorridorTwin.Dashboard.Pages.Report;

/// <summary>Verifies reports, one at a time; the last few verdicts are kept until the program ends.</summary>
public sealed partial class CheckRoom(ReportMaker maker, IHostApplicationLifetime life, ILogger<CheckRoom> log)
{
    private const int MostWaiting = 3;
    private const int Kept = 20;

    private readonly Lock gate = new();
    private readonly List<Check> checks = [];
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Begins to verify a report.</summary>
    /// <returns>Null if too many wait already.</returns>
    public Check? Begin(ReportFile report, string name)
    {
        var check = new Check(Guid.NewGuid().ToString("N")[..12], name, report.Proof);
        lock (gate)
        {
            if (checks.Count(c => c.IsActive) > MostWaiting) return null;
            checks.Add(check);
            if (checks.Count > Kept) checks.Remove(checks.First(c => !c.IsActive));
        }
        _ = Task.Factory.StartNew(() => Work(check, report), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return check;
    }

    /// <summary>One by its id; null if there is none.</summary>
    public Check? Find(string id)
    {
        lock (gate) return checks.FirstOrDefault(c => c.Id == id);
    }

    private void Work(Check check, ReportFile report)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(check.Cancellation.Token, life.ApplicationStopping);
        try
        {
            one.Wait(either.Token);
            try
            {
                check.Verdict = new Verification(report) { Page = maker.Page }.Run(new LocalExecutor(), p => check.Progress = p, either.Token);
                if (check.Verdict is null) check.Ended = ReportPageTexts.Stopped;
            }
            finally
            {
                one.Release();
            }
        }
        catch (OperationCanceledException)
        {
            check.Ended = ReportPageTexts.Stopped;
        }
        catch (Exception e)
        {
            CheckFailed(log, check.Name, e);
            check.Ended = ReportPageTexts.Failed;
        }
    }

    [LoggerMessage(LogLevel.Error, "Verifying {Name} failed.")]
    private static partial void CheckFailed(ILogger log, string name, Exception e);
}
