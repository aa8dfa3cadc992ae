using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Sensitivity;

namespace CorridorTwin.Scenarios.Tests.Sensitivity;

/// <summary>An answer that is a formula of its inputs, so that what it hangs on is known.</summary>
internal sealed class FormulaResponse(Func<InputPoint, int, double> formula) : IInputResponse
{
    /// <summary>Points evaluated so far.</summary>
    public int Evaluated { get; private set; }

    /// <summary>Cancelled after so many points; 0 for never.</summary>
    public int CancelAfter { get; init; }

    /// <summary>What is cancelled.</summary>
    public CancellationTokenSource Source { get; } = new();

    public IReadOnlyList<IReadOnlyList<double>?> Evaluate(IReadOnlyList<InputPoint> points, int replications, CancellationToken cancellation) =>
        [.. points.Select(p =>
        {
            if (CancelAfter > 0 && Evaluated >= CancelAfter) Source.Cancel();
            if (Source.IsCancellationRequested) return null;
            Evaluated++;
            return (IReadOnlyList<double>?)[.. Enumerable.Range(0, replications).Select(r => formula(p, r))];
        })];

    public int Runs(IReadOnlyList<InputPoint> points, int replications) => points.Count * replications;

    /// <summary>An input of a kind, from low to high with a value between.</summary>
    public static UncertainInput Input(string id, double low, double value, double high, string kind = "any", RangeLaw law = RangeLaw.Triangular) => new()
    {
        Id = id, Name = Bilingual.Same(id), Kind = new InputKind(kind, Bilingual.Same(kind)), Low = low, Value = value, High = high, Unit = "", Law = law,
        Grade = InputGrade.Of(Grade.Assumption), Source = null,
    };
}
