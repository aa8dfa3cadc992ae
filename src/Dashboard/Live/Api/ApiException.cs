using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>A request that is not served, with the reason to tell.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="kind">What is wrong, as machines read it: the end of the problem's <c>type</c>.</param>
/// <param name="why">What is wrong, in one line.</param>
internal sealed class ApiException(int status, string kind, Bilingual why) : Exception(why.En)
{
    /// <summary>HTTP status.</summary>
    public int Status => status;

    /// <summary>What is wrong, as machines read it.</summary>
    public string Kind => kind;

    /// <summary>What is wrong.</summary>
    public Bilingual Why => why;

    /// <summary>When it is worth trying again; null if never.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Hang up after the answer: the rest of the request is not read.</summary>
    public bool HangUp { get; init; }

    /// <summary>A wrong value of a request.</summary>
    public static ApiException Bad(string where, string field, string? given, Bilingual message, Bilingual? expected = null, string? nearest = null)
    {
        var problem = new InputProblem(Mark.Whole(where), field, given, message, expected, nearest);
        return new ApiException(StatusCodes.Status400BadRequest, "bad-request", new(problem.Render("es"), problem.Render("en")));
    }
}
