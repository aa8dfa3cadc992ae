using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Scenarios.Studies.Validations;
using TimeStudy = CorridorTwin.Scenarios.Studies.Study;

namespace CorridorTwin.Dashboard.Pages.Reality;

/// <summary>Reads studies and holds the model beside them, one at a time. Studies may be confidential: they are kept in a temporary folder, the last few, and go when the program ends.</summary>
public sealed partial class StudyRoom(IHostApplicationLifetime life, ILogger<StudyRoom> log) : IDisposable
{
    private const int MostWaiting = 3;
    private const int Kept = 10;

    private readonly Lock gate = new();
    private readonly List<StudyCheck> checks = [];
    private readonly SemaphoreSlim one = new(1);
    private readonly string folder = Directory.CreateTempSubdirectory("corridor-studies-").FullName;

    /// <summary>Those kept, the latest first.</summary>
    public IReadOnlyList<StudyCheck> All
    {
        get { lock (gate) return [.. checks.AsEnumerable().Reverse()]; }
    }

    /// <summary>Reads a study; if it can be read, begins to compare.</summary>
    /// <returns>Null if too many wait already.</returns>
    public StudyCheck? Begin(string name, byte[] content, BaselineFile baseline, StudyMapping? mapping)
    {
        string id = Guid.NewGuid().ToString("N")[..12];
        string file = Path.Combine(folder, id + Path.GetExtension(name));
        lock (gate)
            if (checks.Count(c => c.IsActive) > MostWaiting) return null;
        File.WriteAllBytes(file, content);
        var check = new StudyCheck { Id = id, Name = name, File = file, Baseline = baseline };
        Read(check, mapping);
        lock (gate)
        {
            checks.Add(check);
            if (checks.Count > Kept && checks.FirstOrDefault(c => !c.IsActive && c != check) is { } oldest)
            {
                checks.Remove(oldest);
                File.Delete(oldest.File);
            }
        }
        Compare(check);
        return check;
    }

    /// <summary>Reads a refused study again by a mapping.</summary>
    public void Again(StudyCheck check, StudyMapping mapping)
    {
        if (check.Study is not null) return;
        Read(check, mapping);
        Compare(check);
    }

    /// <summary>One by its id; null if there is none.</summary>
    public StudyCheck? Find(string id)
    {
        lock (gate) return checks.FirstOrDefault(c => c.Id == id);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        one.Dispose();
        try
        {
            Directory.Delete(folder, true);
        }
        catch (IOException)
        {
            // What the system's own tidying of temporary files then takes.
        }
    }

    private static void Read(StudyCheck check, StudyMapping? mapping)
    {
        Loaded<TimeStudy> loaded = StudyReader.Read(check.File, check.Baseline.Model, mapping);
        check.Problems = [.. loaded.Problems.Select(p => p with { Mark = p.Mark with { File = check.Name } })];
        check.Study = loaded.Value is { } study ? study with { Source = check.Name } : null;
        check.Headers = StudyReader.Headers(check.File);
        check.Mapping = check.Headers.Count > 0 ? StudyReader.Propose(check.File, mapping).Value : null;
    }

    private void Compare(StudyCheck check)
    {
        if (check.Study is not null) _ = Task.Factory.StartNew(() => Work(check), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private void Work(StudyCheck check)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(check.Cancellation.Token, life.ApplicationStopping);
        try
        {
            one.Wait(either.Token);
            try
            {
                check.Validation = StudyValidation.Of(check.Study!, check.Baseline.Model, new ValidationOptions(), (done, total) => check.Progress = (Math.Max(done, check.Progress.Done), total), either.Token);
            }
            finally
            {
                one.Release();
            }
        }
        catch (OperationCanceledException)
        {
            check.Ended = RealityTexts.Stopped;
        }
        catch (Exception e) when (e is not ObjectDisposedException)
        {
            CheckFailed(log, check.Id, e);
            check.Ended = RealityTexts.Failed;
        }
    }

    [LoggerMessage(LogLevel.Error, "Holding the model beside study {Id} failed.")]
    private static partial void CheckFailed(ILogger log, string id, Exception e);
}
