-- People read out the last digits of a policy, and an index by the whole number does not know them.
CREATE INDEX shown_paper_by_policy_tail ON shown_paper (substr(number, -4), shown_at)
    WHERE sort = 'policy' AND struck_at IS NULL;
