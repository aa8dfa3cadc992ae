using CorridorTwin.Dashboard.Live;
using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Live;

/// <summary>An answer that is there, is being made, or cannot be had.</summary>
/// <param name="Value">The answer; null while it is not there.</param>
/// <param name="Problem">Why it cannot be had; null if it can.</param>
public sealed record Answer<T>(T? Value, Bilingual? Problem)
    where T : class
{
    /// <summary>How far an answer is.</summary>
    public static Answer<T> Of(Task<T?> made)
    {
        if (!made.IsCompleted) return new(null, null);
        if (made.IsCompletedSuccessfully) return new(made.Result, null);
        return new(null, made.Exception?.InnerException switch
        {
            ForecastsBusyException => LivePageTexts.Busy,
            ArgumentException wrong => Bilingual.Same(wrong.Message),
            _ => LiveTexts.Unusable,
        });
    }
}
