using Connector.Storage;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Connector.Runtime.Sweeps;

/// <summary>
/// Wakes the sweeps: in memory on SQLite; on PostgreSQL the hosts of a tenant are a cluster, of which one wakes a sweep at a time. Nothing relies on it
/// firing exactly once: claims in the store decide.
/// </summary>
/// <param name="postgres">Connection string of the store; null: SQLite.</param>
/// <param name="cluster">Name the hosts share.</param>
public sealed class SweepSchedule(SweepRunner runner, string? postgres, string cluster, ILogger<SweepSchedule> logger) : IAsyncDisposable
{
    private IScheduler? _scheduler;

    /// <exception cref="StoreUnavailableException">The scheduler does not get at its tables.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        try
        {
            _scheduler = await BuildAsync(cancellation);
            _scheduler.Context[nameof(SweepRunner)] = runner;
            _scheduler.Context[nameof(ILogger)] = logger;
            foreach (var sweep in Scheduled.All) await ScheduleAsync(_scheduler, sweep, cancellation);
            await _scheduler.Start(cancellation);
        }
        catch (JobPersistenceException e)
        {
            throw new StoreUnavailableException($"The schedule of the sweeps cannot be kept in PostgreSQL: {Words(e.GetBaseException())}", e);
        }
    }

    private static string Words(Exception cause) => cause.Message.Split('\n')[0].TrimEnd('\r', '.') + ".";

    /// <summary>When Quartz will wake a sweep next; null when the schedule does not run.</summary>
    public async Task<DateTimeOffset?> NextAsync(string sweep, CancellationToken cancellation) =>
        _scheduler is null ? null : (await _scheduler.GetTrigger(new TriggerKey(sweep), cancellation))?.NextFireTimeUtc;

    public async ValueTask DisposeAsync()
    {
        if (_scheduler is not null) await _scheduler.Shutdown(waitForJobsToComplete: true);
    }

    private async Task<IScheduler> BuildAsync(CancellationToken cancellation) => await QuartzSchedulerBuilder.Create(b =>
    {
        b.UseDefaultThreadPool(2);
        if (postgres is null) b.UseInMemoryStore();
        else b.ConfigureScheduler(o => o.InstanceName = cluster).UsePersistentStore(store =>
        {
            store.ProvisionSchema();
            store.UsePostgres(postgres);
            store.UseSystemTextJsonSerializer();
            store.UseClustering();
        });
    }).BuildScheduler(cancellation);

    /// <summary>What another host has scheduled stays, unless it runs at another pace than this program's.</summary>
    private static async Task ScheduleAsync(IScheduler scheduler, Scheduled sweep, CancellationToken cancellation)
    {
        var trigger = TriggerOf(sweep);
        try
        {
            if (await scheduler.GetTrigger(trigger.Key, cancellation) is not { } there) await scheduler.ScheduleJob(JobOf(sweep), trigger, cancellationToken: cancellation);
            else if (there is not ISimpleTrigger simple || simple.RepeatInterval != sweep.Every) await scheduler.RescheduleJob(trigger.Key, trigger, cancellation);
        }
        catch (ObjectAlreadyExistsException)
        {
            // Another host scheduled it at this moment.
        }
    }

    private static IJobDetail JobOf(Scheduled sweep) =>
        JobBuilder.Create<SweepJob>().WithIdentity(sweep.Name).UsingJobData(SweepJob.Name, sweep.Name).Build();

    private static ITrigger TriggerOf(Scheduled sweep) => TriggerBuilder.Create().WithIdentity(sweep.Name).StartNow()
        .WithSimpleSchedule(s => s.WithInterval(sweep.Every).RepeatForever()).Build();
}

/// <summary>The shell Quartz knows: the name of a job in, nothing else. Vendors are not asked again when they were just asked, by another host or before a restart.</summary>
[DisallowConcurrentExecution]
public sealed class SweepJob : IJob
{
    public const string Name = "sweep";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var runner = (SweepRunner)context.Scheduler.Context[nameof(SweepRunner)]!;
        var name = context.MergedJobDataMap.GetString(Name)!;
        try
        {
            var job = Scheduled.Find(name)!;
            if (job is VendorSweep && await runner.LastAsync(job, cancellationToken) is { } last && context.FireTimeUtc - last < job.Every / 2) return;
            await runner.RunAsync(job, null, dryRun: false, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed((ILogger)context.Scheduler.Context[nameof(ILogger)]!, name, e.GetType().Name);
        }
    }
}
