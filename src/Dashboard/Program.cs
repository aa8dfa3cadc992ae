using CorridorTwin.Dashboard.Host;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Dashboard;

/// <summary>The dashboard as a program.</summary>
public static class Program
{
    private const int BadInput = 2;

    /// <summary>Runs it until it is told to end.</summary>
    /// <returns>0 when it ended as told, 2 for bad input.</returns>
    public static async Task<int> Main(string[] args)
    {
        Tongue tongue = Tongue.OfEnvironment(Environment.GetEnvironmentVariable);
        if (args.Contains("--help"))
        {
            Console.Out.Write(Help.Text(tongue));
            return 0;
        }
        try
        {
            DashboardOptions options = Arguments.Read(args);
            await using WebApplication app = await Started(options, tongue);
            Announcement.Write(app, Console.Out);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (InputException e)
        {
            foreach (InputProblem problem in e.Problems) Console.Error.WriteLine(problem.Render(tongue.Code));
            return BadInput;
        }
    }

    /// <summary>Starts; if another program has the usual port and none was asked for, at any that is free.</summary>
    private static async Task<WebApplication> Started(DashboardOptions options, Tongue tongue)
    {
        WebApplication app = DashboardHost.Build(options);
        try
        {
            await app.StartAsync();
            return app;
        }
        catch (IOException e) when (Announcement.IsPortTaken(e))
        {
            await app.DisposeAsync();
            if (!options.PortIsFixed) return await Started(options with { Port = 0, PortIsFixed = true }, tongue);
            throw new InputException([new InputProblem(Mark.Whole("dashboard"), "--port", $"{options.Port}", new("ya lo usa otro programa", "another program uses it already"), new("otro puerto, o 0 para cualquiera libre", "another port, or 0 for any that is free"))]);
        }
    }
}
